#include "engine/devices/mouse_hand.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace tactus;
using devices::AimedPlace;
using devices::InputEvents;
using devices::Key;
using devices::key_of;
using devices::MouseHand;

namespace {

InputEvents key(char letter) {
    InputEvents events;
    events.keys.push_back({.key = key_of(letter)});
    return events;
}

std::optional<devices::HandTarget> update(MouseHand& mouse, const InputEvents& events,
                                          const AimedPlace& place) {
    return mouse.update(events, std::array{place}).back();
}

constexpr auto over_back = [] { return AimedPlace(Vec2(0.2F, 0.5F)); };

} // namespace

TEST_CASE("pressing the button touches and releasing it hovers") {
    MouseHand mouse(20);
    InputEvents events;
    CHECK_FALSE(update(mouse, events, over_back())->pressing);
    events.pressed = true;
    const auto touching = update(mouse, events, over_back());
    CHECK(touching->pressing);
    CHECK(touching->force_n == doctest::Approx(20));
    CHECK(touching->source == devices::ForceSource::inferred);
    events.pressed = false;
    CHECK_FALSE(update(mouse, events, over_back())->pressing);
}

TEST_CASE("a hand is away while the pointer is off the back, but a stroke that runs off stays at the edge") {
    MouseHand mouse(20);
    InputEvents events;
    CHECK_FALSE(update(mouse, events, std::nullopt).has_value());
    events.pressed = true;
    CHECK_FALSE(update(mouse, events, std::nullopt).has_value()); // a press beside the client touches nothing
    update(mouse, events, over_back());
    const auto beyond = update(mouse, events, std::nullopt);
    REQUIRE(beyond.has_value());
    CHECK(beyond->pressing);
    CHECK(beyond->u == doctest::Approx(0.2));
}

TEST_CASE("the wheel sets the force target within its limits") {
    MouseHand mouse(20);
    InputEvents events;
    events.wheel = 3;
    update(mouse, events, over_back());
    CHECK(mouse.force_target_n() == doctest::Approx(26));
    events.wheel = 1000;
    update(mouse, events, over_back());
    CHECK(mouse.force_target_n() == doctest::Approx(devices::force_limit_n));
    events.wheel = -1000;
    update(mouse, events, over_back());
    CHECK(mouse.force_target_n() == doctest::Approx(1));
}

TEST_CASE("Shift and an upward drag add force and leave the hand in its place") {
    MouseHand mouse(20);
    InputEvents events;
    events.pressed = true;
    events.pointer = Vec2(500, 400);
    update(mouse, events, over_back());
    events.shift = true;
    update(mouse, events, over_back());
    events.pointer = Vec2(500, 360);
    const auto targets = update(mouse, events, AimedPlace(Vec2(0.2F, 0.1F)));
    CHECK(mouse.force_target_n() == doctest::Approx(30));
    CHECK(targets->v == doctest::Approx(0.5));
}

TEST_CASE("keys choose the tool") {
    MouseHand mouse(20);
    CHECK(update(mouse, key('2'), over_back())->tool == contact::ToolKind::thumb);
    CHECK(update(mouse, key('1'), over_back())->tool == contact::ToolKind::palm);
    CHECK(update(mouse, key('8'), over_back())->tool == contact::ToolKind::elbow);
    CHECK(update(mouse, key('0'), over_back())->tool == contact::ToolKind::cupped_hand);
}

TEST_CASE("Q and E roll the hand either way") {
    MouseHand mouse(20);
    CHECK(update(mouse, key('e'), over_back())->angle_deg > 0);
    update(mouse, key('q'), over_back());
    CHECK(update(mouse, key('q'), over_back())->angle_deg < 0);
}

TEST_CASE("a thumb points toward the spine on either side") {
    MouseHand mouse(20);
    mouse.set_tool(contact::ToolKind::thumb);
    CHECK(update(mouse, {}, AimedPlace(Vec2(0.3F, 0.1F)))->angle_deg < -30);
    CHECK(update(mouse, {}, AimedPlace(Vec2(-0.3F, 0.1F)))->angle_deg > 30);
}

TEST_CASE("every place that the pointer passed becomes a target") {
    MouseHand mouse(20);
    InputEvents events;
    events.pressed = true;
    const std::array<AimedPlace, 3> places{Vec2(0.2F, 0.5F), Vec2(0.2F, 0.4F), Vec2(0.2F, 0.3F)};
    const auto targets = mouse.update(events, places);
    REQUIRE(targets.size() == 3);
    CHECK(targets[0]->v == doctest::Approx(0.5));
    CHECK(targets[2]->v == doctest::Approx(0.3));
}

TEST_CASE("auto-repeat of a key counts only where it is asked for") {
    InputEvents events;
    events.keys.push_back({.key = Key::space, .repeated = true});
    CHECK_FALSE(events.struck(Key::space));
    CHECK(events.struck(Key::space, true));
}

TEST_CASE("K takes the pincer, F held gathers, O takes oil, lotion, gel or none") {
    MouseHand mouse(20);
    update(mouse, key('k'), over_back());
    CHECK(mouse.tool() == contact::ToolKind::pincer);
    InputEvents events;
    events.pressed = true;
    CHECK(update(mouse, events, over_back())->grip == 0);
    events.held = {key_of('f')};
    CHECK(update(mouse, events, over_back())->grip == 1);
    CHECK(update(mouse, events, over_back())->lift == 1);
    events.held.clear();
    CHECK(update(mouse, events, over_back())->lift == 0);
    CHECK(update(mouse, events, over_back())->oil > 0);
    for (const contact::Product next :
         {contact::Product::lotion, contact::Product::gel, contact::Product::dry, contact::Product::oil}) {
        const bool dry = next == contact::Product::dry;
        CHECK((update(mouse, key('o'), over_back())->oil == 0) == dry);
        CHECK(mouse.product() == next);
    }
}
