#include "engine/devices/hand_follower.hpp"

#include <algorithm>

namespace tactus::devices {

namespace {

/// Time constant of each of the two low-passes on the place: a pointer that jumps by pixels at 60 Hz becomes
/// a path without corners, 0.1 s behind the pointer. Design value, by hand at 15 and at 60 frames a second.
constexpr float place_time_s = 0.05F;
constexpr float angle_time_s = 0.08F;

float approached(float value, float target, float share) { return value + (target - value) * share; }

float ramped(float value, float target, float most) {
    return value + std::clamp(target - value, -most, most);
}

} // namespace

std::optional<hands::HandInput> HandFollower::follow(Hand& hand, const std::optional<HandTarget>& target,
                                                     float step_s) {
    if (target) {
        if (!hand.present || (target->tool != hand.last.tool && hand.force_n <= 0)) {
            hand = {.present = true,
                    .last = *target,
                    .middle_u = target->u,
                    .middle_v = target->v,
                    .u = target->u,
                    .v = target->v,
                    .force_n = 0,
                    .angle_deg = target->angle_deg};
        }
        const contact::ToolKind tool = hand.last.tool;
        const bool changing_tool = target->tool != tool;
        hand.last = *target;
        if (changing_tool) { // a loaded tool cannot become another: unload first
            hand.last.tool = tool;
            hand.last.pressing = false;
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
    hand.angle_deg = approached(hand.angle_deg, hand.last.angle_deg, step_s / (angle_time_s + step_s));
    const float wanted = hand.last.pressing ? std::clamp(hand.last.force_n, 0.0F, force_limit_n) : 0.0F;
    hand.force_n =
        ramped(hand.force_n, wanted, (hand.last.slow ? slow_force_rate_n_s : force_rate_n_s) * step_s);
    return hands::HandInput{.tool = hand.last.tool,
                            .u = hand.u,
                            .v = hand.v,
                            .force_n = hand.force_n,
                            .angle_deg = hand.angle_deg,
                            .oil = hand.last.oil};
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
