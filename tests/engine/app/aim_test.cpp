#include "engine/app/hands/aim.hpp"
#include "tests/engine/ui/fake_run.hpp"

#include <doctest/doctest.h>

using namespace tactus;

namespace {

/// From 1 m above the table straight down.
render::Ray down_at(float x, float z) { return {.origin = Vec3(x, 1, z), .direction = Vec3(0, -1, 0)}; }

} // namespace

TEST_CASE("a ray from above finds the spine coordinates it points at") {
    const anatomy::Anatomy back = tests::flat_anatomy();
    const app::SkinTarget target(back.skin);
    const auto aim = target.aim(down_at(0.05F, 0.225F));
    REQUIRE(aim.has_value());
    CHECK(aim->spine.x == doctest::Approx(0.25).epsilon(0.01));
    CHECK(aim->spine.y == doctest::Approx(0.5).epsilon(0.01));
    CHECK(aim->distance_m == doctest::Approx(0.8).epsilon(0.001));
    CHECK(aim->position_m.y == doctest::Approx(0.20).epsilon(0.001));
}

TEST_CASE("no ray slips between two cells of the skin") {
    const anatomy::Anatomy back = tests::flat_anatomy();
    const app::SkinTarget target(back.skin);
    int missed = 0;
    for (int row = 1; row < anatomy::SkinGrid::rows - 1; row += 3) {
        for (int column = 1; column < anatomy::SkinGrid::columns - 1; column += 3) {
            const Vec3 corner = back.skin.at(column, row); // exactly where four cells meet
            missed += target.aim(down_at(corner.x, corner.z)) ? 0 : 1;
        }
    }
    CHECK(missed == 0);
}

TEST_CASE("a ray beside the back or from under it aims at nothing") {
    const anatomy::Anatomy back = tests::flat_anatomy();
    const app::SkinTarget target(back.skin);
    CHECK_FALSE(target.aim(down_at(0.3F, 0.2F)).has_value());
    CHECK_FALSE(target.aim({.origin = Vec3(0, 1, 0), .direction = Vec3(0, 1, 0)}).has_value());
    CHECK_FALSE(target.aim({.origin = Vec3(0.05F, 0, 0.2F), .direction = Vec3(0, 1, 0)}).has_value());
}

TEST_CASE("beyond the back a hand that holds a bone is still led, and over it the skin counts") {
    const anatomy::Anatomy back = tests::flat_anatomy();
    const app::SkinTarget target(back.skin);
    const auto over = target.aim_beyond(down_at(0.05F, 0.225F));
    REQUIRE(over);
    CHECK(*over == target.aim(down_at(0.05F, 0.225F))->spine);
    const auto beside = target.aim_beyond(down_at(0.3F, -0.2F));
    REQUIRE(beside);
    CHECK(beside->x == doctest::Approx(0.3F / back.skin.half_biacromial_m));
    CHECK(beside->y == doctest::Approx(-0.2F / back.skin.spine_length_m));
    CHECK_FALSE(target.aim_beyond({.origin = Vec3(0, 1, 0), .direction = Vec3(0, 1, 0)}).has_value());
    CHECK_FALSE(target.aim_beyond({.origin = Vec3(0, 1, 0), .direction = Vec3(1, 0, 0)}).has_value());
}

TEST_CASE("aiming at a place on the screen and showing that place are inverse on a real body") {
    const anatomy::Anatomy real = anatomy::make_anatomy({}, {});
    const app::SkinTarget target(real.skin);
    const render::Camera camera = render::preset_camera(render::CameraPreset::main);
    const Vec2 size(1280, 720);
    for (const auto& [u, v] : {std::pair{0.2F, 0.4F}, {-0.3F, 0.2F}, {0.1F, 0.9F}, {-0.15F, 0.6F}}) {
        const auto there = anatomy::surface(real.skin, anatomy::locate(real.skin, u, v)).position;
        const auto pixel = render::world_to_pixel(camera, there, size);
        REQUIRE(pixel.has_value());
        const auto aim = target.aim(render::pixel_ray(camera, *pixel, size));
        REQUIRE(aim.has_value());
        CHECK(aim->spine.x == doctest::Approx(u).epsilon(0.02));
        CHECK(aim->spine.y == doctest::Approx(v).epsilon(0.02));
    }
}
