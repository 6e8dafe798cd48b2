#include "engine/devices/device_hands.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace tactus;
using devices::AimedPlace;
using devices::DeviceHands;
using devices::ForceSource;
using devices::HandReading;
using devices::HandRule;
using devices::HandTargets;
using devices::InputEvents;

namespace {

constexpr AimedPlace over_loin() { return Vec2(0.2F, 0.5F); }

HandTargets now(DeviceHands& hands, const InputEvents& events, const std::vector<HandReading>& readings) {
    return hands.update(events, std::array{over_loin()}, readings).back();
}

HandReading felt(float force_n) {
    return {.device = "scale", .force_n = force_n, .source = ForceSource::measured};
}

HandReading finger(int number, Vec2 spine) {
    return {.device = "touch", .contact = number, .pixel = Vec2(1), .spine = spine};
}

bool works(const DeviceHands& hands, const std::string& device) {
    const auto working = hands.at_work();
    return std::ranges::find(working, device) != working.end();
}

} // namespace

TEST_CASE("a load cell presses where the mouse points, without its button") {
    DeviceHands hands(20);
    const auto touched = now(hands, {}, {felt(33)})[1];
    REQUIRE(touched.has_value());
    CHECK(touched->pressing);
    CHECK(touched->force_n == doctest::Approx(33));
    CHECK(touched->source == ForceSource::measured);
    CHECK(works(hands, "scale"));
    CHECK_FALSE(now(hands, {}, {felt(0.1F)})[1]->pressing);
    CHECK_FALSE(works(hands, "scale"));
}

TEST_CASE("noise of a load cell at rest is no touch, and a light touch does not flutter") {
    DeviceHands hands(20);
    CHECK_FALSE(now(hands, {}, {felt(0.45F)})[1]->pressing);
    CHECK(now(hands, {}, {felt(0.6F)})[1]->pressing);
    CHECK(now(hands, {}, {felt(0.45F)})[1]->pressing);
    CHECK_FALSE(now(hands, {}, {felt(0.25F)})[1]->pressing);
}

TEST_CASE("mirrored hands share what one load cell feels") {
    DeviceHands hands(20);
    hands.set_rule(HandRule::mirrored);
    const auto both = now(hands, {}, {felt(40)});
    CHECK(both[0]->force_n == doctest::Approx(20));
    CHECK(both[1]->force_n == doctest::Approx(20));
}

TEST_CASE("two triggers load a hand each") {
    DeviceHands hands(20);
    hands.set_rule(HandRule::mirrored);
    const auto both = now(hands, {},
                          {{.device = "pad",
                            .contact = 0,
                            .hand = contact::Side::left,
                            .force_n = 10.0F,
                            .source = ForceSource::mapped},
                           {.device = "pad",
                            .contact = 1,
                            .hand = contact::Side::right,
                            .force_n = 30.0F,
                            .source = ForceSource::mapped}});
    CHECK(both[0]->force_n == doctest::Approx(10));
    CHECK(both[1]->force_n == doctest::Approx(30));
}

TEST_CASE("two fingers are two hands, and a third is nobody's") {
    DeviceHands hands(20);
    const auto both =
        now(hands, {}, {finger(1, {0.3F, 0.5F}), finger(2, {-0.3F, 0.4F}), finger(3, {0.0F, 0.2F})});
    REQUIRE(both[0].has_value());
    REQUIRE(both[1].has_value());
    CHECK(both[1]->u == doctest::Approx(0.3));
    CHECK(both[0]->u == doctest::Approx(-0.3));
    const HandReading up{.device = "touch", .contact = 1, .lifted = true};
    const auto one = now(hands, {}, {up});
    CHECK(one[1].has_value()); // the second finger alone now follows the rule: the right hand
    CHECK(one[1]->u == doctest::Approx(-0.3));
}

TEST_CASE("one finger follows the rule for two hands as the mouse does") {
    DeviceHands hands(20);
    hands.set_rule(HandRule::mirrored);
    const auto both = now(hands, {}, {finger(1, {0.3F, 0.5F})});
    CHECK(both[0]->u == doctest::Approx(-0.3));
    CHECK(both[0]->source == ForceSource::inferred);
}

TEST_CASE("the button that a finger presses on the window's pointer is not a second hand") {
    DeviceHands hands(20);
    InputEvents events;
    events.pressed = true;
    const auto both = now(hands, events, {finger(1, {0.3F, 0.5F})});
    CHECK_FALSE(both[0].has_value());
    CHECK(both[1]->u == doctest::Approx(0.3));
    // The finger is gone a frame before the button is seen to be released.
    CHECK_FALSE(now(hands, events, {{.device = "touch", .contact = 1, .lifted = true}})[1]->pressing);
    events.pressed = false;
    now(hands, events, {});
    events.pressed = true;
    CHECK(now(hands, events, {})[1]->pressing);
}

TEST_CASE("a hand over OSC and the mouse are two hands") {
    DeviceHands hands(20);
    InputEvents events;
    events.pressed = true;
    const auto both = now(hands, events,
                          {{.device = "osc",
                            .hand = contact::Side::right,
                            .spine = Vec2(0.4F, 0.1F),
                            .force_n = 12.0F,
                            .source = ForceSource::measured,
                            .tilt_deg = 10.0F}});
    CHECK(both[1]->u == doctest::Approx(0.4));
    CHECK(both[1]->tilt_deg == doctest::Approx(10));
    CHECK(both[0]->u == doctest::Approx(0.2));
    CHECK(both[0]->source == ForceSource::inferred);
    CHECK(both[1]->source == ForceSource::measured);
}

TEST_CASE("every force of a frame becomes a target, in order") {
    DeviceHands hands(20);
    std::vector<HandReading> readings;
    for (int k = 1; k <= 5; ++k) {
        readings.push_back(felt(static_cast<float>(k)));
    }
    const auto along = hands.update({}, std::array{over_loin()}, readings);
    REQUIRE(along.size() == 5);
    CHECK(along.front()[1]->force_n == doctest::Approx(1));
    CHECK(along.back()[1]->force_n == doctest::Approx(5));
}

TEST_CASE("what a device said is forgotten when it is pulled out") {
    DeviceHands hands(20);
    now(hands, {}, {felt(30), finger(1, {0.3F, 0.5F})});
    hands.forget("scale");
    hands.forget("touch");
    CHECK(hands.at_work().empty());
    CHECK_FALSE(now(hands, {}, {})[1]->pressing);
}

TEST_CASE("L chooses the rule for two hands") {
    DeviceHands hands(20);
    InputEvents key;
    key.keys.push_back({.key = devices::key_of('l')});
    CHECK(now(hands, key, {})[0].has_value());
    const auto both = now(hands, key, {});
    REQUIRE(both[0].has_value());
    CHECK(both[0]->u == doctest::Approx(-both[1]->u));
    CHECK(hands.rule() == HandRule::mirrored);
}

TEST_CASE("a device closes the pincer of its own hand until it opens it or is pulled out") {
    DeviceHands hands(20);
    hands.mouse().set_tool(contact::ToolKind::pincer);
    const HandReading closed{.device = "pad", .hand = contact::Side::right, .grip = 1.0F};
    const HandReading open{.device = "pad", .hand = contact::Side::right, .grip = 0.0F};
    CHECK(now(hands, {}, {closed})[1]->grip == 1);
    CHECK(now(hands, {}, {})[1]->lift == 1);
    CHECK(now(hands, {}, {open})[1]->grip == 0);
    now(hands, {}, {closed});
    hands.forget("pad");
    CHECK(now(hands, {}, {})[1]->grip == 0);
}

TEST_CASE("a mouse that presses stays the hand that it is when a pen comes down beside it") {
    DeviceHands hands(20);
    InputEvents events;
    events.pressed = true;
    CHECK(now(hands, events, {})[1]->pressing);
    const HandReading mouse{.device = "mouse", .pixel = Vec2(1), .spine = Vec2(0.3F, 0.6F)};
    const HandReading pen{.device = "pen",
                          .pixel = Vec2(2),
                          .spine = Vec2(-0.3F, 0.4F),
                          .force_n = 12.0F,
                          .source = ForceSource::mapped};
    const auto both = now(hands, events, {mouse, pen}); // the window's pointer is the pen's by now
    CHECK(both[1]->u == doctest::Approx(0.3));
    CHECK(both[1]->pressing);
    CHECK(both[1]->source == ForceSource::inferred);
    CHECK(both[0]->u == doctest::Approx(-0.3));
    CHECK(both[0]->force_n == doctest::Approx(12));
    CHECK(both[0]->source == ForceSource::mapped);
}
