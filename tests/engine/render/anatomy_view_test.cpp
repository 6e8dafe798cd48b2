#include "engine/render/camera_move.hpp"
#include "engine/render/deep_layer.hpp"
#include "engine/render/muscle_map.hpp"
#include "engine/render/structures.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace tactus;

TEST_CASE("deep muscles lie where the books have them, on both sides alike") {
    const anatomy::Anatomy anatomy = anatomy::make_anatomy({}, {});
    const render::DeepLayer deep(*anatomy.body);
    const auto named = [&](float u, float v) { return std::string(deep.name(deep.at(u, v).muscle)); };
    CHECK(named(.15F, .60F) == "longissimus");
    CHECK(named(-.15F, .60F) == "longissimus");
    CHECK(named(.25F, .60F) == "iliocostalis");
    CHECK(named(.05F, .95F) == "multifidus");
    CHECK(named(.20F, .20F) == "rhomboid major");
    CHECK(named(.65F, .88F).empty());
}

TEST_CASE("the border of a deep muscle is a cleft, its middle is flesh") {
    const anatomy::Anatomy anatomy = anatomy::make_anatomy({}, {});
    const render::DeepLayer deep(*anatomy.body);
    float least = 1;
    float most = 0;
    for (float u = .10F; u < .34F; u += .002F) {
        const float edge_m = deep.at(u, .60F).edge_m;
        least = std::min(least, edge_m);
        most = std::max(most, edge_m);
    }
    CHECK(least < .0006F);
    CHECK(most > .004F);
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
    const render::DeepLayer deep(*anatomy.body);
    CHECK(render::structure_name(anatomy, deep, 1, Vec2(.3F, .3F)).empty());
    CHECK(render::structure_name(anatomy, deep, 2, Vec2(.5F, .7F)) == "latissimus dorsi");
    CHECK(render::structure_name(anatomy, deep, 3, Vec2(.15F, .6F)) == "longissimus");
    CHECK(render::structure_name(anatomy, deep, 3, Vec2(.6F, .24F)) == "infraspinatus");
    CHECK_FALSE(render::structure_name(anatomy, deep, 4, Vec2(.5F, .3F)).empty());
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
