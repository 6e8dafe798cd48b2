#include "sim/session/joint_places.hpp"

#include "sim/bodies/joint_geometry.hpp"
#include "sim/math/interpolation.hpp"

namespace tactus::session {

namespace {

/// A blade takes along whole what lies within the first, nothing beyond the second distance from it.
constexpr float blade_core_m = 0.004F;
constexpr float blade_rim_m = 0.050F;

} // namespace

float blade_share(const anatomy::Anatomy& anatomy, bool right, Vec3 place_m) {
    const int index = anatomy::bone_named(anatomy.bones, right ? "scapula right" : "scapula left");
    const anatomy::Bone& blade = anatomy.bones.bones[static_cast<std::size_t>(index)];
    return 1 - math::smoothstep(blade_core_m, blade_rim_m, anatomy::distance_to_bone(blade, place_m));
}

JointPlaces find_joint_places(const anatomy::Anatomy& anatomy) {
    const bodies::JointGeometry joints(anatomy.bones);
    const anatomy::Body& body = *anatomy.body;
    return {.neck = {joints.neck_base_m, joints.neck_end_m},
            .lumbar = {joints.lumbar_base_m, joints.lumbar_end_m},
            .acromion_m = joints.acromion_m,
            .right_arm_m = {body.shoulder(), body.elbow(), body.wrist()}};
}

} // namespace tactus::session
