#pragma once
/// Arms with resting hands and legs with feet, each as one signed distance.

#include "sim/anatomy/limbs.hpp"

namespace tactus::anatomy {

/// The right arm from shoulder to fingertips; the hand rests palm up with curled fingers. q: mirrored to the
/// right side. Metres.
float arm_distance(const BodyFrame& frame, Vec3 q);

/// The right leg from hip to toes, the foot pointed and resting on its back.
float leg_distance(const BodyFrame& frame, Vec3 q);

} // namespace tactus::anatomy
