#include "engine/render/camera.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace tactus;
using render::Camera;
using render::CameraPreset;

namespace {

constexpr std::array presets{CameraPreset::main, CameraPreset::close, CameraPreset::top, CameraPreset::side,
                             CameraPreset::kiosk};
const Vec2 size(1280, 720);

float pitch_deg(const Camera& camera) {
    const Vec3 offset = camera.eye - camera.target;
    return std::asin(offset.y / glm::length(offset)) * 57.29578F;
}

} // namespace

TEST_CASE("the ray through a pixel meets every place that is seen at that pixel") {
    for (const CameraPreset preset : presets) {
        const Camera camera = render::preset_camera(preset);
        for (const Vec2& pixel : {Vec2(640, 360), Vec2(3, 5), Vec2(1277, 700), Vec2(200, 600)}) {
            const render::Ray ray = render::pixel_ray(camera, pixel, size);
            CHECK(glm::length(ray.direction) == doctest::Approx(1));
            for (const float distance_m : {0.3F, 1.7F, 9.0F}) {
                const auto back =
                    render::world_to_pixel(camera, ray.origin + ray.direction * distance_m, size);
                REQUIRE(back);
                CHECK(glm::length(*back - pixel) < 0.01F);
            }
        }
    }
}

TEST_CASE("the matrix puts a place where world_to_pixel says") {
    for (const CameraPreset preset : presets) {
        const Camera camera = render::preset_camera(preset);
        for (const Vec3& place : {Vec3(0, .2F, .3F), Vec3(.3F, .05F, .9F), Vec3(-.4F, .1F, -.2F)}) {
            const glm::vec4 clip = camera.clip_from_world(size.x / size.y) * glm::vec4(place, 1);
            const Vec2 pixel = (Vec2(clip) / clip.w * 0.5F + 0.5F) * size;
            CHECK(glm::length(pixel - render::world_to_pixel(camera, place, size).value()) < 0.01F);
        }
    }
}

TEST_CASE("depth is reversed: nearer is larger, all of it between 0 and 1") {
    const Camera camera;
    const glm::mat4 clip_from_world = camera.clip_from_world(16.0F / 9);
    const Vec3 forward = glm::normalize(camera.target - camera.eye);
    float last = 1.0001F;
    for (const float distance_m : {0.05F, 0.5F, 2.0F, 20.0F, 2000.0F}) {
        const glm::vec4 clip = clip_from_world * glm::vec4(camera.eye + forward * distance_m, 1);
        const float depth = clip.z / clip.w;
        CHECK(depth < last);
        CHECK(depth > 0);
        last = depth;
    }
}

TEST_CASE("what lies behind the eye has no pixel") {
    const Camera camera;
    CHECK_FALSE(render::world_to_pixel(camera, camera.eye + (camera.eye - camera.target), size));
}

TEST_CASE("an orbit by nothing is the preset, and every orbit keeps target and limits") {
    for (const CameraPreset preset : presets) {
        const Camera camera = render::preset_camera(preset);
        const Camera same = render::orbited(camera, 0, 0, 1);
        CHECK(glm::length(same.eye - camera.eye) < 1e-4F);
        CHECK(same.target == camera.target);
    }
    const Camera camera;
    CHECK(pitch_deg(render::orbited(camera, 0, -500, 1)) == doctest::Approx(20).epsilon(0.001));
    CHECK(pitch_deg(render::orbited(camera, 0, 500, 1)) == doctest::Approx(75).epsilon(0.001));
    CHECK(render::orbited(camera, 500, 0, 1).eye == render::orbited(camera, 60, 0, 1).eye);
    const float near = glm::length(render::orbited(camera, 20, 5, 2).eye - camera.target);
    CHECK(near == doctest::Approx(0.5F * glm::length(camera.eye - camera.target)));
}

TEST_CASE("presets have names") {
    CHECK(render::preset_named("main") == CameraPreset::main);
    CHECK(render::preset_named("kiosk") == CameraPreset::kiosk);
    CHECK_FALSE(render::preset_named("ceiling"));
}

TEST_CASE("the main camera sees the whole back in the middle third and a half of the picture") {
    const Camera camera = render::preset_camera(CameraPreset::main);
    for (const Vec3& place :
         {Vec3(0, .2F, 0), Vec3(.15F, .2F, .1F), Vec3(-.15F, .2F, .1F), Vec3(0, .2F, .6F)}) {
        const Vec2 pixel = render::world_to_pixel(camera, place, size).value();
        CHECK(pixel.x > 320);
        CHECK(pixel.x < 960);
        CHECK(pixel.y > 100);
        CHECK(pixel.y < 660);
    }
}
