#include "engine/devices/hand_follower.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::devices {

namespace {

/// Time constant of each of the two low-passes on the place: a pointer that jumps by pixels at 60 Hz becomes
/// a path without corners, 0.1 s behind the pointer. Design value, by hand at 15 and at 60 frames a second.
constexpr float place_time_s = 0.05F;
constexpr float angle_time_s = 0.08F;

float approached(float value, float target, float share) { return value + (target - value) * share; }

/// How fast the force may change, N/s. A joint follows a pull at once: what is set, not felt, must not jerk
/// it.
float force_rate(ForceSource source, const HandTarget& target) {
    if (source != ForceSource::inferred) {
        return felt_force_rate_n_s;
    }
    if (target.hold != contact::Hold::none) {
        return target.slow ? slow_pull_rate_n_s : pull_rate_n_s;
    }
    return target.slow ? slow_force_rate_n_s : force_rate_n_s;
}

/// The short way round, within half a turn of 0.
float turned(float value_deg, float target_deg, float share) {
    constexpr float whole_deg = 360;
    return std::remainder(value_deg + std::remainder(target_deg - value_deg, whole_deg) * share, whole_deg);
}

/// The same tool with the same bone, or none, in it.
bool same_grasp(const HandTarget& one, const HandTarget& two) {
    const bool same_side = (one.u >= 0) == (two.u >= 0);
    return one.tool == two.tool && one.hold == two.hold && (one.hold == contact::Hold::none || same_side);
}

float ramped(float value, float target, float most) {
    return value + std::clamp(target - value, -most, most);
}

} // namespace

// What is lifted is held: the pincer closes before it lifts and lays the fold down before it opens. A bone is
// in the hand from the first.
void HandFollower::gather(Hand& hand, float step_s) {
    const bool presses = !hand.last.lost && hand.last.pressing;
    const bool holds_bone = hand.last.hold != contact::Hold::none;
    const bool pinches = presses && hand.last.tool == contact::ToolKind::pincer;
    const float grip = pinches ? hand.last.grip : 0;
    const bool lifts = holds_bone ? presses : pinches && hand.grip >= grip;
    const float lift = lifts ? hand.last.lift : 0;
    hand.lift = ramped(hand.lift, lift, step_s / lifting_s);
    if (grip >= hand.grip || hand.lift <= 0) {
        hand.grip = ramped(hand.grip, grip, step_s / closing_s);
    }
}

std::optional<hands::HandInput> HandFollower::follow(Hand& hand, const std::optional<HandTarget>& target,
                                                     float step_s) {
    if (target) {
        if (!hand.present || (!same_grasp(*target, hand.last) && hand.force_n <= 0)) {
            hand = {.present = true,
                    .last = *target,
                    .middle_u = target->u,
                    .middle_v = target->v,
                    .u = target->u,
                    .v = target->v,
                    .force_n = 0,
                    .angle_deg = target->angle_deg,
                    .tilt_deg = target->tilt_deg,
                    .grip = 0,
                    .lift = 0,
                    .letting_go_n_s = 0,
                    .loaded_by = target->source};
        }
        const HandTarget before = hand.last;
        hand.last = *target;
        if (!same_grasp(*target, before)) { // a loaded tool cannot become another: unload first
            hand.last.tool = before.tool;
            hand.last.hold = before.hold;
            hand.last.pressing = false;
        }
        if (hand.last.hold != contact::Hold::none && !hand.last.pressing && hand.force_n > 0) {
            hand.last.u = before.u; // a bone is let go where it was taken
            hand.last.v = before.v;
            hand.last.angle_deg = before.angle_deg;
        }
    } else if (hand.present) {
        hand.last.pressing = false;
        if (hand.force_n <= 0) {
            hand.present = false;
        }
    }
    if (!hand.present) {
        return std::nullopt;
    }
    const float share = step_s / (place_time_s + step_s);
    hand.middle_u = approached(hand.middle_u, hand.last.u, share);
    hand.middle_v = approached(hand.middle_v, hand.last.v, share);
    hand.u = approached(hand.u, hand.middle_u, share);
    hand.v = approached(hand.v, hand.middle_v, share);
    const float turn_share = step_s / (angle_time_s + step_s);
    hand.angle_deg = turned(hand.angle_deg, hand.last.angle_deg, turn_share);
    hand.tilt_deg = approached(hand.tilt_deg, hand.last.tilt_deg, turn_share);
    if (!hand.last.lost) {
        hand.letting_go_n_s = hand.force_n / letting_go_s;
    }
    const bool wanted_none = hand.last.lost || !hand.last.pressing;
    const float wanted = wanted_none ? 0.0F : std::clamp(hand.last.force_n, 0.0F, force_limit_n);
    if (!wanted_none) { // a hand unloads by what loaded it, though another device hovers there by now
        hand.loaded_by = hand.last.source;
    }
    const float rate = hand.last.lost ? hand.letting_go_n_s : force_rate(hand.loaded_by, hand.last);
    hand.force_n = ramped(hand.force_n, wanted, rate * step_s);
    gather(hand, step_s);
    const bool holding = hand.last.pressing || hand.force_n > 0;
    if (hand.last.hold != contact::Hold::none &&
        !holding) { // it lay across the back: only the pull had turned
        hand.angle_deg = hand.last.angle_deg;
    }
    return hands::HandInput{.tool = hand.last.tool,
                            .u = hand.u,
                            .v = hand.v,
                            .force_n = hand.force_n,
                            .angle_deg = hand.angle_deg,
                            .tilt_deg = hand.tilt_deg,
                            .grip = hand.grip,
                            .lift = hand.lift,
                            .oil = hand.last.oil,
                            .hold = holding ? hand.last.hold : contact::Hold::none};
}

std::array<std::optional<hands::HandInput>, contact::side_count>
HandFollower::step(const HandTargets& targets, float step_s) {
    std::array<std::optional<hands::HandInput>, contact::side_count> input;
    for (int side = 0; side < contact::side_count; ++side) {
        input[side] = follow(hands_[side], targets[side], step_s);
    }
    return input;
}

void HandFollower::reset() { hands_ = {}; }

} // namespace tactus::devices
