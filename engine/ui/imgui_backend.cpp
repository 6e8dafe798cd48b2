#include "engine/ui/imgui_backend.hpp"

#include <imgui.h>

#include <algorithm>
#include <backends/imgui_impl_glfw.h>
#include <cassert>

namespace tactus::ui {

ImGuiLayer::ImGuiLayer(GLFWwindow* window, float scale) : window_(window) {
    IMGUI_CHECKVERSION();
    assert(ImGui::GetCurrentContext() == nullptr && "the layer before this one still lives");
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    fonts_ = load_fonts(*io.Fonts, scale);
    if (window_ != nullptr) {
        ImGui_ImplGlfw_InitForVulkan(window_, true);
    }
}

ImGuiLayer::~ImGuiLayer() {
    if (window_ != nullptr) {
        ImGui_ImplGlfw_Shutdown();
    }
    ImGui::DestroyContext();
}

bool ImGuiLayer::set_scale(float scale) {
    if (scale == fonts_.scale) {
        return false;
    }
    fonts_ = load_fonts(*ImGui::GetIO().Fonts, scale);
    return true;
}

ImDrawList& ImGuiLayer::begin_frame(Vec2 size_px, float elapsed_s) {
    if (window_ != nullptr) {
        ImGui_ImplGlfw_NewFrame();
    }
    ImGuiIO& io = ImGui::GetIO();
    // Everything here counts framebuffer pixels, so that the picture and the pointer agree on every screen.
    io.DisplaySize = ImVec2(size_px.x, size_px.y);
    io.DisplayFramebufferScale = ImVec2(1, 1);
    io.DeltaTime = std::max(elapsed_s, 1e-4F);
    ImGui::NewFrame();
    return *ImGui::GetBackgroundDrawList();
}

// It ends what this layer's begin_frame began.
// NOLINTNEXTLINE(readability-convert-member-functions-to-static)
const ImDrawData* ImGuiLayer::end_frame() {
    ImGui::Render();
    return ImGui::GetDrawData();
}

} // namespace tactus::ui
