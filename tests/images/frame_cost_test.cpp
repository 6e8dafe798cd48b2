// What a picture must not cost: once a session is under way, drawing asks for no memory and makes nothing.
#include "engine/gpu/device.hpp"
#include "engine/render/client_model.hpp"
#include "engine/render/renderer.hpp"
#include "tests/images/stage_scenes.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <new>

using namespace tactus;

namespace {

/// Of this thread: how often it has asked for memory. The driver's own threads are its own affair.
thread_local int allocations = 0;

} // namespace

// Every other form of new comes through here.
void* operator new(std::size_t bytes) {
    ++allocations;
    if (void* const made = std::malloc(bytes > 0 ? bytes : 1)) {
        return made;
    }
    throw std::bad_alloc();
}

void operator delete(void* made) noexcept { std::free(made); }

void operator delete(void* made, std::size_t) noexcept { std::free(made); }

TEST_CASE("pictures of moving hands ask for no memory and make no pipeline once all tools have been seen") {
    const client::Client client = scenes::stage_client("male-lean");
    const anatomy::Anatomy anatomy = anatomy::make_anatomy(client.body, {});
    for (const render::Tier tier : {render::Tier::low, render::Tier::medium, render::Tier::high}) {
        CAPTURE(static_cast<int>(tier));
        const gpu::Device device({nullptr, false}); // the validation layer allocates
        render::Renderer renderer(device, {256, 144}, tier);
        renderer.show_client(render::make_client_model(anatomy, client, tier));
        constexpr int moments = 12;
        constexpr std::array on_top{contact::ToolKind::reinforced_palm, contact::ToolKind::stacked_thumbs};
        std::array<session::Snapshot, moments + on_top.size()> nows;
        for (int k = 0; k < moments; ++k) {
            nows[static_cast<std::size_t>(k)] =
                scenes::hands_on_back(anatomy, .008F, static_cast<float>(k) / moments);
        }
        // A hand on top of the one that presses.
        for (std::size_t k = 0; k < on_top.size(); ++k) {
            nows[moments + k] = scenes::tool_on_back(anatomy, on_top[k], .008F);
        }
        render::FrameView view;
        view.camera = render::preset_camera(render::CameraPreset::main);
        const auto stroke = [&] {
            constexpr std::size_t there = nows.size(); // and back again
            for (std::size_t k = 0; k < 2 * there; ++k) {
                view.now = &nows[k < there ? k : 2 * there - 1 - k];
                REQUIRE(renderer.draw(view));
            }
        };
        stroke();
        stroke(); // buffers of both slots have held the largest hand
        const int made = device.objects_made();
        const int before = allocations;
        REQUIRE(before > 0); // it counts
        stroke();
        CHECK(allocations - before == 0);
        CHECK(device.objects_made() - made == 0);
    }
}
