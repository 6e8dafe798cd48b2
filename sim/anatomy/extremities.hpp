#pragma once
/// Arms with resting hands and legs with feet, each as one signed distance.

#include "sim/anatomy/limbs.hpp"

#include <array>

namespace tactus::anatomy {

/// The right arm from shoulder to fingertips; the hand rests palm up with curled fingers. q: mirrored to the
/// right side. In the pose of the frame; metres.
float arm_distance(const BodyFrame& frame, Vec3 q);

inline constexpr int resting_finger_count = 4;

/// Joints of a finger of the right hand as arm_distance has it at rest, 0 index .. 3 little: root of its
/// metacarpal, knuckle, two joints, tip. From the wrist, in metres of a head scale of 1.
std::array<Vec3, 5> resting_finger(int finger);

/// The same of the thumb, which has one joint less: root, knuckle, joint, tip.
std::array<Vec3, 4> resting_thumb();

/// The right leg from hip to toes, the foot pointed and resting on its back.
float leg_distance(const BodyFrame& frame, Vec3 q);

} // namespace tactus::anatomy
