#pragma once
/// Dear ImGui's context, its fonts and its frame. The one file that includes a backend of ImGui is
/// imgui_backend.cpp.

#include "engine/ui/fonts.hpp"

struct GLFWwindow;
struct ImDrawData;
struct ImDrawList;

namespace tactus::ui {

class ImGuiLayer {
public:
    /// window: null draws offscreen. scale: as load_fonts. One object at a time: ImGui keeps one current
    /// context.
    ImGuiLayer(GLFWwindow* window, float scale);
    ~ImGuiLayer();
    ImGuiLayer(const ImGuiLayer&) = delete;
    ImGuiLayer& operator=(const ImGuiLayer&) = delete;
    ImGuiLayer(ImGuiLayer&&) = delete;
    ImGuiLayer& operator=(ImGuiLayer&&) = delete;

    [[nodiscard]] const FontSet& fonts() const { return fonts_; }

    /// Bakes the faces anew when the scale differs; true = the renderer must upload the atlas. Not within a
    /// frame.
    bool set_scale(float scale);

    /// Starts a frame of that size in framebuffer pixels; the list covers the whole of it.
    ImDrawList& begin_frame(Vec2 size_px, float elapsed_s);

    /// What to draw; valid until the next begin_frame.
    const ImDrawData* end_frame();

private:
    GLFWwindow* window_;
    FontSet fonts_;
};

} // namespace tactus::ui
