#include "engine/devices/grasp.hpp"

#include <cmath>
#include <numbers>

namespace tactus::devices {

namespace {

/// A pointer that has moved less has not yet said which way. Design value: the width of a finger.
constexpr float direction_from_m = 0.015F;

/// Half of the rise is 45 degrees, as a scapula is lifted and led (hand_input.hpp).
constexpr float slanting_lift = 0.5F;

/// A hand that braces a shoulder keeps it down, toward the feet.
constexpr float caudal_deg = 180;

} // namespace

HandTarget Grasp::take(HandTarget pointed, const session::HoldPlaces& places) {
    if (pointed.hold == contact::Hold::none) {
        let_go();
        return pointed;
    }
    const Vec2 here(pointed.u, pointed.v);
    if (!pointed.pressing) {
        let_go();
    } else if (!start_) {
        start_ = here;
    }
    const Vec2 from = start_.value_or(here);
    const Vec2 way_m = (here - from) * places.metres_per_unit;
    const bool led = glm::length(way_m) > direction_from_m;
    if (led) {
        heading_deg_ = std::atan2(way_m.x, -way_m.y) * 180 / std::numbers::pi_v<float>;
    }
    HandTarget hand = pointed;
    const Vec2 place = places.at(hand.hold, from.x >= 0);
    hand.u = place.x;
    hand.v = place.y;
    hand.angle_deg = led && hand.braces ? caudal_deg : heading_deg_;
    hand.force_n = led || hand.lift > 0 ? hand.force_n : 0;
    hand.lift *= led ? slanting_lift : 1;
    return hand;
}

} // namespace tactus::devices
