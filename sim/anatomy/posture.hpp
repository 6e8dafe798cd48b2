#pragma once
/// How a spine that is bent otherwise than the mean bends the trunk around it: kyphosis and lordosis along
/// the back, scoliosis to the side with its rib hump. All of it is nothing for the mean posture.

#include "sim/anatomy/body.hpp"

namespace tactus::anatomy {

/// x of the spinous processes at v, metres: a thoracic curve and a lesser lumbar one against it.
float spine_offset_m(const BodyParameters& parameters, float spine_length_m, float v);

/// Turn of the trunk about the spine at v, radians: positive lifts the client's right side.
float trunk_turn_rad(const BodyParameters& parameters, float v);

/// Rise of the dorsal line at v over that of the mean posture, metres.
float posture_rise_m(const BodyParameters& parameters, float spine_length_m, float v);

/// Height in metres that the turn adds to the relief at (u, v): up on the convex side, down on the other.
float hump_height_m(const BodyParameters& parameters, float half_biacromial_m, float u, float v);

} // namespace tactus::anatomy
