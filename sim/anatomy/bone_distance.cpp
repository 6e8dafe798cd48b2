#include "sim/anatomy/bones.hpp"
#include "sim/anatomy/implicit_shapes.hpp"

namespace tactus::anatomy {

int bone_named(const Bones& bones, std::string_view name) {
    for (std::size_t i = 0; i < bones.bones.size(); ++i) {
        if (bones.bones[i].name == name) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

float distance_to_bone(const Bone& bone, Vec3 point) {
    constexpr float plate_blend_m = 0.006F;
    float distance = 1e3F;
    for (std::size_t i = 0; i < bone.capsules.size(); ++i) {
        const BoneCapsule& c = bone.capsules[i];
        const float d = tapered_capsule(point, c.a, c.b, c.radius_a_m, c.radius_b_m);
        distance = i == 0 ? d : smooth_union(distance, d, bone.capsule_blends_m[i]);
    }
    // Plates share their edges: among themselves they meet without a blend, which would raise a seam.
    float shell = 1e3F;
    for (const BonePlate& plate : bone.plates) {
        shell = std::min(shell, rounded_triangle(point, plate.corners, plate.half_thickness_m));
    }
    return bone.plates.empty() ? distance : smooth_union(distance, shell, plate_blend_m);
}

BoneDistance bone_distance(const Bones& bones, Vec3 point, float reach_m) {
    BoneDistance nearest{.distance_m = reach_m, .bone = -1};
    for (std::size_t i = 0; i < bones.bones.size(); ++i) {
        const float reach = std::max(nearest.distance_m, 0.0F);
        if (squared_distance(bones.boxes[i], point) > reach * reach) {
            continue;
        }
        const float d = distance_to_bone(bones.bones[i], point);
        if (d < nearest.distance_m) {
            nearest = {.distance_m = d, .bone = static_cast<int>(i)};
        }
    }
    return nearest;
}

} // namespace tactus::anatomy
