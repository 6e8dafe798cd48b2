// The interface is put over the stage only where something changed. However often, the picture stays the one
// that drawing all of it at once makes.
#include "engine/gpu/device.hpp"
#include "engine/render/client_model.hpp"
#include "engine/render/renderer.hpp"
#include "tests/images/stage_scenes.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace tactus;

namespace {

constexpr platform::PixelSize size{256, 144};

/// An ImGui context for the lifetime of the object.
class Interface {
public:
    Interface() {
        ImGui::CreateContext();
        ImGui::GetIO().DisplaySize = ImVec2(size.width, size.height);
        ImGui::GetIO().IniFilename = nullptr;
    }

    ~Interface() { ImGui::DestroyContext(); }

    Interface(const Interface&) = delete;
    Interface& operator=(const Interface&) = delete;
    Interface(Interface&&) = delete;
    Interface& operator=(Interface&&) = delete;
};

/// A see-through panel over the client, and two lamps far apart that take turns.
const ImDrawData* panel_and_lamp(int turn) {
    ImGui::NewFrame();
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled(ImVec2(20, 20), ImVec2(236, 124), IM_COL32(0, 0, 0, 128));
    const ImVec2 lamp = turn % 2 == 0 ? ImVec2(36, 36) : ImVec2(210, 100);
    list.AddRectFilled(lamp, ImVec2(lamp.x + 8, lamp.y + 8), IM_COL32(255, 255, 255, 255));
    ImGui::Render();
    return ImGui::GetDrawData();
}

/// The picture after `turns` frames.
platform::Image shown(const gpu::Device& device, std::shared_ptr<const render::ClientModel> model, int turns,
                      int first) {
    const Interface interface;
    render::Renderer renderer(device, size, render::Tier::low);
    renderer.upload_fonts();
    renderer.show_client(std::move(model));
    for (int turn = 0; turn < turns; ++turn) {
        render::FrameView view;
        view.camera = render::preset_camera(render::CameraPreset::main);
        view.ui = panel_and_lamp(first + turn);
        REQUIRE(renderer.draw(view));
    }
    return renderer.read_back();
}

} // namespace

TEST_CASE("an interface put together by pieces is the one that is drawn at once") {
    const client::Client client = scenes::stage_client("male-lean");
    const anatomy::Anatomy anatomy = anatomy::make_anatomy(client.body, {});
    const std::shared_ptr<const render::ClientModel> model =
        render::make_client_model(anatomy, client, render::Tier::low);
    const gpu::Device device({nullptr, true});
    const platform::Image pieces = shown(device, model, 12, 0);
    const platform::Image at_once = shown(device, model, 1, 11);
    int most = 0;
    for (std::size_t k = 0; k < pieces.rgba.size(); ++k) {
        most = std::max(most, std::abs(pieces.rgba[k] - at_once.rgba[k]));
    }
    CHECK(most <= 2);
    CHECK(device.validation_messages() == 0);
}
