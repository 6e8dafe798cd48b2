#pragma once
/// What a device says of one hand in one step: the value that devices make, recordings keep and sessions step
/// on.

#include "sim/contact/hold.hpp"
#include "sim/contact/tool.hpp"

namespace tactus::hands {

/// (u, v) is a place over the rest surface in spine coordinates (architecture.md, Coordinates): no breath, no
/// dent.
struct HandInput {
    contact::ToolKind tool = contact::ToolKind::palm;
    float u = 0;
    float v = 0;
    float force_n = 0; ///< asked along the approach axis; 0 hovers over the skin
    float angle_deg =
        0; ///< heading of the fingers about the skin normal; 0 = cranial, positive to the client's right
    float tilt_deg = 0; ///< of the approach axis away from the skin normal, toward the heading; -45..45
    float spread = 0;   ///< fingers apart, 0..1
    float grip = 0;     ///< squeeze, 0..1
    float lift = 0;     ///< pull away from the body while gripping, 0..1
    float oil = 0;      ///< lubricant on the hand, 0..1
    /// Not none: the hand lies at (u, v), presses nothing, and pulls that bone (of the side of u) with
    /// force_n along the heading angle_deg in the plane of the table; lift turns the pull away from the body,
    /// by 90 degrees at 1.
    contact::Hold hold = contact::Hold::none;

    friend bool operator==(const HandInput&, const HandInput&) = default;
};

} // namespace tactus::hands
