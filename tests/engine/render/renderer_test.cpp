#include "engine/gpu/device.hpp"
#include "engine/render/renderer.hpp"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>
#include <imgui.h>

#include <array>

using namespace tactus;

namespace {

/// An ImGui context of 64 x 32 pixels for the lifetime of the object.
class Interface {
public:
    Interface() {
        ImGui::CreateContext();
        ImGui::GetIO().DisplaySize = ImVec2(64, 32);
        ImGui::GetIO().IniFilename = nullptr;
    }

    ~Interface() { ImGui::DestroyContext(); }

    Interface(const Interface&) = delete;
    Interface& operator=(const Interface&) = delete;
    Interface(Interface&&) = delete;
    Interface& operator=(Interface&&) = delete;
};

std::array<int, 3> shown_pixel(const platform::Image& image, int x, int y) {
    const std::size_t at = (static_cast<std::size_t>(y) * image.width + x) * 4;
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2]};
}

} // namespace

TEST_CASE("an interface is drawn where and in the colour it asks for, clipped as it asks") {
    const Interface interface;
    const gpu::Device device({nullptr, true});
    {
        render::Renderer renderer(device, {64, 32}, render::Tier::low);
        renderer.upload_fonts();
        ImGui::NewFrame();
        ImDrawList& list = *ImGui::GetForegroundDrawList();
        list.AddRectFilled(ImVec2(8, 8), ImVec2(24, 24), IM_COL32(200, 100, 50, 255));
        list.PushClipRect(ImVec2(40, 0), ImVec2(48, 32));
        list.AddRectFilled(ImVec2(32, 8), ImVec2(64, 24), IM_COL32(10, 20, 240, 255));
        list.PopClipRect();
        ImGui::Render();
        render::FrameView view;
        view.ui = ImGui::GetDrawData();
        REQUIRE(renderer.draw(view));
        const platform::Image image = renderer.read_back();
        CHECK(shown_pixel(image, 16, 16) == std::array{200, 100, 50});
        CHECK(shown_pixel(image, 44, 16) == std::array{10, 20, 240});
        const auto background = shown_pixel(image, 2, 2);
        CHECK(shown_pixel(image, 36, 16) == background);
        CHECK(shown_pixel(image, 52, 16) == background);
    }
    CHECK(device.validation_messages() == 0);
}

TEST_CASE("fonts may be uploaded again, at another size") {
    const Interface interface;
    const gpu::Device device({nullptr, true});
    {
        render::Renderer renderer(device, {64, 32}, render::Tier::low);
        for (const float size : {13.0F, 26.0F}) {
            ImGui::GetIO().Fonts->Clear();
            ImFontConfig config;
            config.SizePixels = size;
            ImGui::GetIO().Fonts->AddFontDefault(&config);
            renderer.upload_fonts();
            ImGui::NewFrame();
            ImGui::GetForegroundDrawList()->AddText(ImVec2(2, 2), IM_COL32_WHITE, "Tactus");
            ImGui::Render();
            render::FrameView view;
            view.ui = ImGui::GetDrawData();
            REQUIRE(renderer.draw(view));
        }
        CHECK(shown_pixel(renderer.read_back(), 60, 30) != std::array{255, 255, 255});
    }
    CHECK(device.validation_messages() == 0);
}

TEST_CASE("a window shows frames through every change of size") {
    if (!platform::display_available()) {
        MESSAGE("no display: not tried");
        return;
    }
    platform::Window window({.title = "test", .width = 640, .height = 360});
    const gpu::Device device({window.handle(), true});
    {
        render::Renderer renderer(device, window, render::Tier::low);
        render::FrameView view;
        int shown = 0;
        for (int frame = 0; frame < 30; ++frame) {
            if (frame % 10 == 5) {
                glfwSetWindowSize(window.handle(), 640 + 16 * frame, 360 + 9 * frame);
            }
            window.poll();
            shown += renderer.draw(view) ? 1 : 0;
        }
        CHECK(shown >= 25);
        const platform::Image image = renderer.read_back();
        CHECK(image.width > 640);
    }
    CHECK(device.validation_messages() == 0);
}
