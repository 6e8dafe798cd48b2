#pragma once
/// How a right arm goes from beside the trunk to its pose: raised forward at the shoulder, bent at the elbow.

#include "sim/anatomy/limbs.hpp"

namespace tactus::anatomy {

/// Where a place of the upper arm, known as the arm lies beside the trunk, is in the pose of the frame.
/// Metres.
Vec3 upper_arm_posed(const BodyFrame& frame, Vec3 beside);

/// The same of forearm and hand.
Vec3 forearm_posed(const BodyFrame& frame, Vec3 beside);

/// And back: where a place of the posed upper arm is as the arm lies beside the trunk.
Vec3 upper_arm_beside(const BodyFrame& frame, Vec3 posed);

/// The same of forearm and hand.
Vec3 forearm_beside(const BodyFrame& frame, Vec3 posed);

} // namespace tactus::anatomy
