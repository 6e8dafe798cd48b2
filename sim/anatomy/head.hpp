#pragma once
/// Head and ears of a prone client, face in the cradle.

#include "sim/anatomy/limbs.hpp"

namespace tactus::anatomy {

/// Skull, jaw and ears. q: on the right side, the body being mirrored.
float head_distance(const BodyFrame& frame, Vec3 q);

} // namespace tactus::anatomy
