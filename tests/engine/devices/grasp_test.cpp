/// From a key, a button and a pointer to a hand that holds a bone and pulls.

#include "engine/devices/device_hands.hpp"
#include "engine/devices/hand_follower.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace tactus;
using contact::Hold;
using devices::DeviceHands;
using devices::HandFollower;
using devices::HandReading;
using devices::HandRule;
using devices::HandTarget;
using devices::HandTargets;
using devices::InputEvents;
using devices::key_of;

namespace {

constexpr float grasp_step_s = 1.0F / 240;

/// A client 0.2 m from the spine to a shoulder and 0.5 m from C7 to the crest line.
session::HoldPlaces places() {
    session::HoldPlaces made{.metres_per_unit = {0.2F, 0.5F}};
    made.spine[static_cast<std::size_t>(Hold::occiput)] = {Vec2(0, -0.2F), Vec2(0, -0.2F)};
    made.spine[static_cast<std::size_t>(Hold::shoulder)] = {Vec2(-0.9F, 0), Vec2(0.9F, 0)};
    made.spine[static_cast<std::size_t>(Hold::scapula)] = {Vec2(-0.4F, 0.25F), Vec2(0.4F, 0.25F)};
    made.spine[static_cast<std::size_t>(Hold::iliac_crest)] = {Vec2(-0.3F, 1), Vec2(0.3F, 1)};
    return made;
}

/// A mouse with the J key struck until `hold` is chosen.
DeviceHands choosing(Hold hold, HandRule rule = HandRule::right) {
    DeviceHands hands(20, places());
    hands.set_rule(rule);
    InputEvents strike;
    strike.keys.push_back({.key = key_of('j')});
    while (hands.mouse().hold() != hold) {
        hands.update(strike, std::array{devices::AimedPlace(Vec2(0.1F, 0.5F))}, {});
    }
    return hands;
}

HandTargets point(DeviceHands& hands, Vec2 spine, bool pressed, bool lifting = false) {
    InputEvents events;
    events.pressed = pressed;
    if (lifting) {
        events.held.push_back(key_of('f'));
    }
    return hands.update(events, std::array{devices::AimedPlace(spine)}, {}).back();
}

} // namespace

TEST_CASE("a key goes through all bones and back to none") {
    DeviceHands hands = choosing(Hold::iliac_crest);
    InputEvents strike;
    strike.keys.push_back({.key = key_of('j')});
    hands.update(strike, std::array{devices::AimedPlace(Vec2(0))}, {});
    CHECK(hands.mouse().hold() == Hold::none);
    CHECK(point(hands, {0.3F, 0.5F}, true)[1]->u == doctest::Approx(0.3));
}

TEST_CASE("a hand lies on the pointed side's bone and pulls the way the pointer has gone") {
    DeviceHands hands = choosing(Hold::scapula);
    const auto taken = point(hands, {-0.1F, 0.6F}, true)[1];
    CHECK(taken->u == doctest::Approx(-0.4));
    CHECK(taken->v == doctest::Approx(0.25));
    CHECK(taken->force_n == doctest::Approx(0)); // no way yet, no pull
    const auto right = point(hands, {0.4F, 0.6F}, true)[1];
    CHECK(right->angle_deg == doctest::Approx(90));
    CHECK(right->force_n == doctest::Approx(20));
    CHECK(right->u == doctest::Approx(-0.4)); // it holds what it took, over the spine as well
    // 0.1 m toward the head and as far to the left: in metres, not in spine coordinates
    CHECK(point(hands, {-0.6F, 0.4F}, true)[1]->angle_deg == doctest::Approx(-45));
}

TEST_CASE("F lifts the bone straight up, or aslant where it is led") {
    DeviceHands hands = choosing(Hold::scapula);
    const auto up = point(hands, {0.2F, 0.5F}, true, true)[1];
    CHECK(up->lift == doctest::Approx(1));
    CHECK(up->force_n == doctest::Approx(20));
    const auto led = point(hands, {0.2F, 0.3F}, true, true)[1];
    CHECK(led->lift == doctest::Approx(0.5));
    CHECK(led->angle_deg == doctest::Approx(0));
    CHECK(point(hands, {0.2F, 0.3F}, true)[1]->lift == doctest::Approx(0));
}

TEST_CASE("while one of two mirrored hands leads the head, the other keeps the far shoulder down") {
    DeviceHands hands = choosing(Hold::occiput, HandRule::mirrored);
    point(hands, {-0.1F, 0.1F}, true);
    const auto both = point(hands, {-0.5F, 0.1F}, true);
    REQUIRE(both[0].has_value());
    REQUIRE(both[1].has_value());
    CHECK(both[0]->hold == Hold::occiput);
    CHECK(both[0]->angle_deg == doctest::Approx(-90));
    CHECK(both[1]->hold == Hold::shoulder);
    CHECK(both[1]->u == doctest::Approx(0.9));
    CHECK(both[1]->angle_deg == doctest::Approx(180));
    CHECK(both[1]->force_n == doctest::Approx(20));
    const auto across = point(hands, {0.3F, 0.1F}, true); // past the spine each hand keeps what it holds
    CHECK(across[0]->hold == Hold::occiput);
    CHECK(across[0]->angle_deg == doctest::Approx(90));
}

TEST_CASE("mirrored scapulae part as the pointer goes outward") {
    DeviceHands hands = choosing(Hold::scapula, HandRule::mirrored);
    point(hands, {0.2F, 0.3F}, true);
    const auto both = point(hands, {0.6F, 0.3F}, true);
    CHECK(both[1]->angle_deg == doctest::Approx(90));
    CHECK(both[0]->angle_deg == doctest::Approx(-90));
    CHECK(both[0]->u == doctest::Approx(-0.4));
}

TEST_CASE("a finger takes hold like the mouse, and a load cell says how hard") {
    DeviceHands hands = choosing(Hold::iliac_crest);
    const auto finger = [](Vec2 spine) {
        return HandReading{.device = "touch", .contact = 1, .pixel = Vec2(1), .spine = spine};
    };
    const HandReading felt{.device = "scale", .force_n = 33, .source = devices::ForceSource::measured};
    hands.update({}, {}, std::array{finger({0.2F, 0.9F})});
    const auto now = hands.update({}, {}, std::array{finger({0.6F, 0.9F}), felt}).back()[1];
    REQUIRE(now.has_value());
    CHECK(now->hold == Hold::iliac_crest);
    CHECK(now->u == doctest::Approx(0.3));
    CHECK(now->angle_deg == doctest::Approx(90));
    CHECK(now->force_n == doctest::Approx(33));
    CHECK(now->source == devices::ForceSource::measured);
}

TEST_CASE("a hand lets a bone go where it took it, and only then takes another") {
    HandFollower follower;
    const auto step = [&](const HandTarget& target, int count) {
        HandTargets targets;
        targets[1] = target;
        for (int k = 1; k < count; ++k) {
            follower.step(targets, grasp_step_s);
        }
        return *follower.step(targets, grasp_step_s)[1];
    };
    const HandTarget right{
        .u = 0.4F, .v = 0.25F, .pressing = true, .force_n = 20, .angle_deg = 170, .hold = Hold::scapula};
    CHECK(step(right, 240).hold == Hold::scapula);
    HandTarget over = right;
    over.angle_deg = -170; // the short way round
    CHECK(std::abs(step(over, 12).angle_deg) > 169);
    HandTarget left = right;
    left.u = -0.4F;
    const auto unloading = step(left, 60);
    CHECK(unloading.u == doctest::Approx(0.4));
    CHECK(unloading.force_n > 0);
    const auto after = step(left, 960);
    CHECK(after.u == doctest::Approx(-0.4));
    CHECK(after.force_n > 5);
    left.pressing = false;
    CHECK(step(left, 24).hold == Hold::scapula);
    CHECK(step(left, 1200).hold == Hold::none); // it hovers there and holds nothing
}

TEST_CASE("a bone needs no grip to be lifted") {
    HandFollower follower;
    HandTargets lifting;
    lifting[1] = HandTarget{.pressing = true, .force_n = 20, .lift = 0.5F, .hold = Hold::scapula};
    float lift = 0;
    for (int k = 0; k < 240; ++k) {
        lift = follower.step(lifting, grasp_step_s)[1]->lift;
    }
    CHECK(lift == doctest::Approx(0.5));
}
