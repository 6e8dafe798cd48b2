#include "engine/render/render_scale.hpp"

#include <doctest/doctest.h>

using namespace tactus;

namespace {

/// A machine on which a frame takes some time however small, and some for its pixels.
double frame_ms(const render::RenderScale& scale, double fixed_ms, double pixels_ms) {
    return fixed_ms + pixels_ms * scale.value() * scale.value();
}

} // namespace

TEST_CASE("the stage stays at its full size when frames fit") {
    render::RenderScale scale;
    for (int frame = 0; frame < 2000; ++frame) {
        scale.take(frame_ms(scale, 5, frame % 100 == 50 ? 90 : 18), 28);
        CHECK(scale.value() == 1);
    }
}

TEST_CASE("a slow machine comes to rest at a size that fits, and does not hunt") {
    render::RenderScale scale;
    int changes = 0;
    float last = 1;
    for (int frame = 0; frame < 6000; ++frame) {
        scale.take(frame_ms(scale, 10, 30), 28);
        changes += scale.value() != last ? 1 : 0;
        last = scale.value();
    }
    CHECK(frame_ms(scale, 10, 30) < 28);
    CHECK(scale.value() > 0.5F);
    CHECK(changes <= 4);
}

TEST_CASE("the stage grows again when the machine has time again, and never below half its size") {
    render::RenderScale scale;
    for (int frame = 0; frame < 600; ++frame) {
        scale.take(frame_ms(scale, 20, 200), 28);
    }
    CHECK(scale.value() == 0.5F);
    for (int frame = 0; frame < 3000; ++frame) {
        scale.take(frame_ms(scale, 2, 10), 28);
    }
    CHECK(scale.value() == 1);
}

TEST_CASE(
    "frames that suddenly take too long fit again within a third of a second, after one change of size") {
    render::RenderScale scale;
    for (int frame = 0; frame < 100; ++frame) {
        scale.take(frame_ms(scale, 4, 8), 28);
    }
    int changes = 0;
    float last = 1;
    for (int frame = 0; frame < 10; ++frame) {
        scale.take(frame_ms(scale, 10, 40), 28);
        changes += scale.value() != last ? 1 : 0;
        last = scale.value();
    }
    CHECK(changes == 1);
    CHECK(frame_ms(scale, 10, 40) < 28);
}

TEST_CASE("a stage that begins small grows where there is time for it, and stays small where there is none") {
    render::RenderScale quick;
    render::RenderScale slow;
    quick.start_small();
    slow.start_small();
    for (int frame = 0; frame < 600; ++frame) {
        quick.take(frame_ms(quick, 2, 10), 28);
        slow.take(frame_ms(slow, 10, 45), 28);
    }
    CHECK(quick.value() == 1);
    CHECK(frame_ms(slow, 10, 45) < 28);
}
