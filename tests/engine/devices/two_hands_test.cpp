#include "engine/devices/two_hands.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using devices::HandRule;
using devices::HandTarget;
using devices::TwoHands;

namespace {

HandTarget at(float u, bool pressing) { return {.u = u, .v = 0.5F, .pressing = pressing, .force_n = 20}; }

} // namespace

TEST_CASE("a mirrored hand is across the spine and presses as much") {
    TwoHands hands(HandRule::mirrored);
    const auto both = hands.place(at(0.3F, true));
    REQUIRE(both[0].has_value());
    REQUIRE(both[1].has_value());
    CHECK(both[1]->u == doctest::Approx(0.3));
    CHECK(both[0]->u == doctest::Approx(-0.3));
    CHECK(both[0]->force_n == doctest::Approx(20));
}

TEST_CASE("hand over hand gives every press to the other hand and lifts the one before") {
    TwoHands hands(HandRule::alternating);
    CHECK(hands.place(at(0.2F, true))[1].has_value());
    CHECK_FALSE(hands.place(at(0.2F, true))[0].has_value());
    hands.place(at(0.2F, false));
    const auto second = hands.place(at(0.2F, true));
    CHECK(second[0].has_value());
    CHECK_FALSE(second[1].has_value());
    hands.place(at(0.2F, false));
    CHECK(hands.place(at(0.2F, true))[1].has_value());
}

TEST_CASE("opposing hands cross the back in opposite directions, one beside the other") {
    TwoHands hands(HandRule::opposing);
    hands.place(at(0.6F, true));
    const auto later = hands.place(at(-0.4F, true)); // it has passed the spine: still the right hand
    REQUIRE(later[0].has_value());
    REQUIRE(later[1].has_value());
    CHECK(later[1]->u == doctest::Approx(-0.4));
    CHECK(later[0]->u == doctest::Approx(0.4));
    CHECK(later[0]->v - later[1]->v > 0.15F); // a hand's breadth apart: they pass, they do not meet
}

TEST_CASE("a reinforced hand is one hand, with the tool of two where there is one") {
    TwoHands hands(HandRule::reinforced);
    const auto both = hands.place(at(0.2F, true));
    CHECK_FALSE(both[0].has_value());
    REQUIRE(both[1].has_value());
    CHECK(both[1]->tool == contact::ToolKind::reinforced_palm);
}

TEST_CASE("a device that is away has no hands, and the key goes through all rules") {
    HandRule rule = HandRule::right;
    for (int turn = 0; turn < 6; ++turn) {
        TwoHands hands(rule);
        const auto away = hands.place(std::nullopt);
        CHECK_FALSE(away[0].has_value());
        CHECK_FALSE(away[1].has_value());
        CHECK_FALSE(devices::rule_words(rule).empty());
        rule = devices::next_rule(rule);
    }
    CHECK(rule == HandRule::right);
}
