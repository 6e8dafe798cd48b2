#pragma once
/// Scalp hair as a volume over the skull.

#include "sim/anatomy/limbs.hpp"

namespace tactus::anatomy {

/// Signed distance to the hair, 1 where there is none. Its thickness runs out toward the hairline, where it
/// dives under the skin, so that it has no edge.
float scalp_hair(const BodyFrame& frame, Vec3 point, HairStyle style);

} // namespace tactus::anatomy
