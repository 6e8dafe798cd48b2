#include "engine/devices/hand_follower.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace tactus;
using devices::HandFollower;
using devices::HandTarget;
using devices::HandTargets;

namespace {

constexpr float step_s = 1.0F / 240;

HandTargets right_hand(HandTarget target) {
    HandTargets targets;
    targets[1] = target;
    return targets;
}

} // namespace

TEST_CASE("a hand loads and unloads at the person's rate") {
    HandFollower follower;
    const HandTargets pressing = right_hand({.u = 0.2F, .v = 0.5F, .pressing = true, .force_n = 25});
    for (int step = 0; step < 120; ++step) {
        follower.step(pressing, step_s);
    }
    CHECK(follower.step(pressing, step_s)[1]->force_n ==
          doctest::Approx(12.6).epsilon(0.01)); // half a second of 25 N/s
    float last = 0;
    for (int step = 0; step < 240; ++step) {
        last = follower.step(pressing, step_s)[1]->force_n;
    }
    CHECK(last == doctest::Approx(25));
    const HandTargets released = right_hand({.u = 0.2F, .v = 0.5F, .pressing = false, .force_n = 25});
    CHECK(follower.step(released, step_s)[1]->force_n == doctest::Approx(25 - 25 * step_s));
}

TEST_CASE("Ctrl makes a touch slower") {
    HandFollower follower;
    const HandTargets slow = right_hand({.pressing = true, .force_n = 25, .slow = true});
    for (int step = 0; step < 239; ++step) {
        follower.step(slow, step_s);
    }
    CHECK(follower.step(slow, step_s)[1]->force_n == doctest::Approx(8).epsilon(0.01));
}

TEST_CASE("a hand that is taken away unloads before it lifts") {
    HandFollower follower;
    for (int step = 0; step < 240; ++step) {
        follower.step(right_hand({.pressing = true, .force_n = 20}), step_s);
    }
    int steps_to_lift = 0;
    while (follower.step({}, step_s)[1].has_value()) {
        ++steps_to_lift;
    }
    CHECK(static_cast<float>(steps_to_lift) * step_s == doctest::Approx(0.8).epsilon(0.02)); // 20 N at 25 N/s
}

TEST_CASE("a pointer that jumps becomes a path without jumps") {
    HandFollower follower;
    follower.step(right_hand({.u = 0, .v = 0}), step_s);
    float before = 0;
    float longest = 0;
    float v = 0;
    for (int step = 0; step < 240; ++step) {
        v = follower.step(right_hand({.u = 0, .v = 0.1F}), step_s)[1]->v;
        longest = std::max(longest, std::fabs(v - before));
        before = v;
    }
    CHECK(v == doctest::Approx(0.1).epsilon(0.001));
    CHECK(longest < 0.1F / 25); // no step takes more than a small part of the jump
}

TEST_CASE("a loaded palm unloads before it becomes a thumb") {
    HandFollower follower;
    for (int step = 0; step < 240; ++step) {
        follower.step(right_hand({.pressing = true, .force_n = 10}), step_s);
    }
    const HandTargets thumb = right_hand({.tool = contact::ToolKind::thumb, .pressing = true, .force_n = 10});
    auto hand = follower.step(thumb, step_s)[1];
    CHECK(hand->tool == contact::ToolKind::palm);
    CHECK(hand->force_n < 10);
    for (int step = 0; step < 240; ++step) {
        hand = follower.step(thumb, step_s)[1];
    }
    CHECK(hand->tool == contact::ToolKind::thumb);
    CHECK(hand->force_n > 5);
}

TEST_CASE("a felt force is followed at once, up and down, though the mouse hovers there afterwards") {
    HandFollower follower;
    const HandTargets felt =
        right_hand({.pressing = true, .force_n = 40, .source = devices::ForceSource::measured});
    for (int step = 0; step < 12; ++step) { // 50 ms
        follower.step(felt, step_s);
    }
    CHECK(follower.step(felt, step_s)[1]->force_n == doctest::Approx(40));
    float force_n = 0;
    for (int step = 0; step < 12; ++step) {
        force_n = follower.step(right_hand({.pressing = false, .force_n = 20}), step_s)[1]->force_n;
    }
    CHECK(force_n == doctest::Approx(0));
}

TEST_CASE("a hand whose device is pulled out lets go evenly within 150 ms, from whatever force") {
    for (const float pressed_n : {5.0F, 20.0F, 120.0F}) {
        HandFollower follower;
        const HandTarget target{
            .pressing = true, .force_n = pressed_n, .source = devices::ForceSource::measured};
        for (int step = 0; step < 240; ++step) {
            follower.step(right_hand(target), step_s);
        }
        HandTarget lost = target;
        lost.lost = true;
        for (int step = 0; step < 18; ++step) { // 75 ms
            follower.step(right_hand(lost), step_s);
        }
        CHECK(follower.step(right_hand(lost), step_s)[1]->force_n ==
              doctest::Approx(pressed_n * (1 - 19 / 36.0)).epsilon(0.001));
        for (int step = 0; step < 17; ++step) {
            follower.step(right_hand(lost), step_s);
        }
        CHECK(follower.step(right_hand(lost), step_s)[1]->force_n == doctest::Approx(0));
    }
}

TEST_CASE("a pull that is set and not felt grows slowly enough to lead a joint, with Ctrl half as fast") {
    for (const bool slow : {false, true}) {
        HandFollower follower;
        const HandTarget pull{.pressing = true, .force_n = 16, .hold = contact::Hold::occiput, .slow = slow};
        float force_n = 0;
        for (int step = 0; step < 240; ++step) {
            force_n = follower.step(right_hand(pull), step_s)[1]->force_n;
        }
        CHECK(force_n == doctest::Approx(slow ? devices::slow_pull_rate_n_s : devices::pull_rate_n_s));
    }
}

TEST_CASE("a pincer closes before it lifts and lays the fold down before it opens") {
    HandFollower follower;
    HandTarget holding{
        .tool = contact::ToolKind::pincer, .pressing = true, .force_n = 15, .grip = 1, .lift = 1};
    float grip = 0;
    for (int step = 0; step < 240; ++step) {
        const auto hand = follower.step(right_hand(holding), step_s)[1];
        CHECK(hand->grip >= grip);
        CHECK((hand->lift == 0 || grip == doctest::Approx(1)));
        grip = hand->grip;
    }
    CHECK(follower.step(right_hand(holding), step_s)[1]->lift == doctest::Approx(1));
    holding.grip = 0;
    holding.lift = 0;
    float lift = 1;
    for (int step = 0; step < 240; ++step) {
        const auto hand = follower.step(right_hand(holding), step_s)[1];
        CHECK((hand->grip == doctest::Approx(1) || lift <= step_s / devices::lifting_s));
        lift = hand->lift;
    }
    CHECK(follower.step(right_hand(holding), step_s)[1]->grip == doctest::Approx(0));
}

TEST_CASE("only a pincer that presses gathers, and one whose device is lost lets go") {
    HandFollower follower;
    HandTarget palm{.pressing = true, .force_n = 15, .grip = 1, .lift = 1};
    HandTarget hovering{.tool = contact::ToolKind::pincer, .grip = 1, .lift = 1};
    for (const HandTarget& target : {palm, hovering}) {
        follower.reset();
        for (int step = 0; step < 120; ++step) {
            CHECK(follower.step(right_hand(target), step_s)[1]->grip == 0);
        }
    }
    hovering.pressing = true;
    for (int step = 0; step < 240; ++step) {
        follower.step(right_hand(hovering), step_s);
    }
    hovering.lost = true;
    for (int step = 0; step < 125; ++step) { // lays down in 0.3 s, opens in 0.2 s
        follower.step(right_hand(hovering), step_s);
    }
    CHECK(follower.step(right_hand(hovering), step_s)[1]->grip == doctest::Approx(0));
}
