#include "engine/devices/wires/gamepads.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace tactus;
using namespace tactus::devices;

namespace {

/// Gamepads in slots, as GLFW would say they are; it reads the kernel itself and there is none here.
struct Bench {
    std::map<int, GamepadNow> pads;
    Gamepads wire{
        [this](int slot) { return pads.contains(slot) ? std::optional(pads.at(slot)) : std::nullopt; }};

    std::vector<HandReading> poll() {
        std::vector<HandReading> readings;
        wire.poll(readings);
        return readings;
    }
};

GamepadNow pad(float left, float right) { return {.name = "Pad", .model = "abc", .triggers = {left, right}}; }

} // namespace

TEST_CASE("each trigger presses with its own hand over its whole way") {
    Bench bench;
    bench.pads[0] = pad(-1, -1);
    CHECK(bench.poll().empty());
    bench.pads[0] = pad(-1, 0);
    const auto half = bench.poll();
    REQUIRE(half.size() == 1);
    CHECK(*half[0].hand == contact::Side::right);
    CHECK(*half[0].press == doctest::Approx(0.49).epsilon(0.02));
    CHECK(half[0].source == ForceSource::mapped);
    bench.pads[0] = pad(1, 0);
    const auto full = bench.poll();
    REQUIRE(full.size() == 1);
    CHECK(*full[0].hand == contact::Side::left);
    CHECK(*full[0].press == doctest::Approx(1));
}

TEST_CASE("a trigger that rests above its end is at rest there, and one held at plugging in finds its rest") {
    Bench bench;
    bench.pads[0] = pad(-0.9F, 0.5F);
    bench.poll();
    bench.pads[0] = pad(-0.89F, -1);
    const auto readings = bench.poll();
    REQUIRE(readings.size() == 2);
    CHECK(*readings[0].press == 0);
    CHECK(*readings[1].press == 0);
    bench.pads[0] = pad(-0.9F, 1);
    CHECK(*bench.poll()[1].press == doctest::Approx(1));
}

TEST_CASE("a gamepad pulled out is missed under its name, and known again") {
    Bench bench;
    bench.pads[2] = pad(-1, -1);
    bench.poll();
    REQUIRE(bench.wire.devices().size() == 1);
    CHECK(bench.wire.devices()[0].connected);
    bench.pads.clear();
    bench.poll();
    CHECK_FALSE(bench.wire.devices()[0].connected);
    CHECK(bench.wire.devices()[0].name == "Pad");
    bench.pads[0] = pad(-1, -1);
    bench.poll();
    REQUIRE(bench.wire.devices().size() == 1);
    CHECK(bench.wire.devices()[0].connected);
}

TEST_CASE("its cross and buttons are keys, once a press") {
    Bench bench;
    bench.pads[0] = pad(-1, -1);
    bench.poll();
    bench.pads[0].accept = true;
    bench.pads[0].down = true;
    bench.poll();
    const auto keys = bench.wire.take_keys();
    CHECK(std::ranges::find(keys, Key::enter) != keys.end());
    CHECK(std::ranges::find(keys, Key::down) != keys.end());
    bench.poll();
    CHECK(bench.wire.take_keys().empty());
}

TEST_CASE("a bumper closes the pincer of its own hand while it is held") {
    Bench bench;
    bench.pads[0] = pad(-1, -1);
    bench.poll();
    bench.pads[0].bumpers[1] = true;
    const auto closed = bench.poll();
    REQUIRE(closed.size() == 1);
    CHECK(*closed[0].hand == contact::Side::right);
    CHECK(*closed[0].grip == 1);
    CHECK(bench.poll().empty());
    bench.pads[0].bumpers[1] = false;
    const auto open = bench.poll();
    REQUIRE(open.size() == 1);
    CHECK(*open[0].grip == 0);
}
