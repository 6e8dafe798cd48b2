#include "engine/render/camera_move.hpp"
#include "engine/render/deep_muscles.hpp"
#include "engine/render/muscle_map.hpp"
#include "engine/render/structures.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace tactus;

TEST_CASE("deep muscles lie where the books have them, on both sides alike") {
    const auto named = [](float u, float v) {
        return std::string(render::deep_muscle_name(render::deep_muscle_at(u, v).band));
    };
    CHECK(named(.20F, .60F) == "longissimus");
    CHECK(named(-.20F, .60F) == "longissimus");
    CHECK(named(.05F, .90F) == "multifidus");
    CHECK(named(.60F, .24F) == "infraspinatus");
    CHECK(named(.20F, .20F) == "rhomboid major");
    CHECK(named(.55F, .88F).empty());
}

TEST_CASE("a seam between two muscles is a cleft: nearer than a millimetre there is no flesh") {
    CHECK(render::deep_muscle_at(.105F, .60F).edge < .02F);
    CHECK(render::deep_muscle_at(.18F, .60F).edge > .03F);
}

TEST_CASE("trunk and arm do not share a place on the map of muscles") {
    const Vec2 lowest_trunk = render::trunk_on_map(1.2F, render::muscle_map_high.y);
    CHECK(lowest_trunk.y <= render::muscle_map_trunk);
    CHECK(render::arm_on_map(0, 0).y > render::muscle_map_trunk);
    CHECK(render::arm_on_map(1, 1).y <= 1);
    CHECK(render::trunk_on_map(-.5F, .3F) == render::trunk_on_map(.5F, .3F));
}

TEST_CASE("what the pointer names follows the layer") {
    const anatomy::Anatomy anatomy = anatomy::make_anatomy({}, {});
    CHECK(render::structure_name(anatomy, 1, Vec2(.3F, .3F)).empty());
    CHECK(render::structure_name(anatomy, 2, Vec2(.5F, .7F)) == "latissimus dorsi");
    CHECK(render::structure_name(anatomy, 3, Vec2(.2F, .6F)) == "longissimus");
    CHECK_FALSE(render::structure_name(anatomy, 4, Vec2(.5F, .3F)).empty());
}

TEST_CASE("a camera glides from where it is to where it is sent and keeps its distance on the way") {
    const render::Camera main = render::preset_camera(render::CameraPreset::main);
    const render::Camera side = render::preset_camera(render::CameraPreset::side);
    render::CameraMove move(main);
    CHECK_FALSE(move.moving());
    move.go(side, false);
    CHECK(glm::length(move.now().eye - main.eye) < 1e-4F);
    float nearest = 1e9F;
    Vec3 last = move.now().eye;
    for (int frame = 0; frame < 60; ++frame) {
        move.advance(1.0 / 60);
        const render::Camera now = move.now();
        nearest = std::min(nearest, glm::length(now.eye - now.target));
        CHECK(glm::length(now.eye - last) < .12F); // no jump
        last = now.eye;
    }
    CHECK_FALSE(move.moving());
    CHECK(glm::length(move.now().eye - side.eye) < 1e-4F);
    CHECK(nearest >
          .95F * std::min(glm::length(main.eye - main.target), glm::length(side.eye - side.target)));
}
