#pragma once
/// How a hand is bent for a tool: angles of its joints, from which all places follow.

#include "sim/contact/tool.hpp"
#include "sim/hands/hand_joints.hpp"

#include <array>
#include <cstdint>

namespace tactus::hands {

/// Where the thumb is while other parts press.
enum class ThumbPlace : std::uint8_t {
    beside,  ///< along the index finger
    away,    ///< spread off the palm
    tucked,  ///< across the bent fingers
    opposed, ///< its pad against those of index and middle finger
};

/// Degrees. A flat hand with its fingers along the heading has zeros.
struct Posture {
    float pitch;               ///< of the palm about the knuckles' row: fingers down
    float roll;                ///< about the hand's length: the little finger's edge down
    std::array<float, 3> bend; ///< of the fingers at their three joints, toward the palm
    float curl;                ///< of ring and little finger beyond that, over their joints
    ThumbPlace thumb;
    float wrist; ///< the forearm rises by this from the line of the hand toward the skin's normal
    std::array<Joint, 4> under; ///< the middle of these joints comes to lie over the place
};

/// Of a tool that is a bent hand. Pure.
const Posture& posture_of(contact::ToolKind tool);

/// The axes of a hand in the body frame, unit.
struct HandAxes {
    Vec3 lateral;
    Vec3 up;
    Vec3 forward;
};

/// Joints of the bent hand but for the forearm, with its wrist at `wrist`. spread: 0..1 of the fingers. Pure.
HandJoints hand_at(const Posture& posture, const HandAxes& axes, Vec3 wrist, float spread);

} // namespace tactus::hands
