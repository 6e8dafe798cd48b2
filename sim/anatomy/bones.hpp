#pragma once
/// The skeleton laid under a client's skin: named bones as capsules and plates, depth measured from the skin.

#include "sim/math/vec.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tactus::anatomy {

class Body;

/// A tapered capsule in the body frame, metres.
struct BoneCapsule {
    Vec3 a;
    Vec3 b;
    float radius_a_m;
    float radius_b_m;
};

/// A flat plate: a triangle with rounded edges.
struct BonePlate {
    std::array<Vec3, 3> corners;
    float half_thickness_m;
};

enum class BoneKind : std::uint8_t { vertebra, rib, scapula, humerus, forearm, pelvis, sacrum };

struct Bone {
    std::string name; ///< "T7", "rib 7 right", "scapula left"
    BoneKind kind;
    std::vector<BoneCapsule> capsules;
    std::vector<BonePlate> plates;
    std::vector<float> capsule_blends_m; ///< smooth-union width of each capsule, for the picture
};

struct Bones {
    std::vector<Bone> bones; ///< fixed order: spine cranial to caudal, ribs, scapulae, arms, pelvis
};

Bones make_bones(const Body& body);

/// Signed distance to the nearest bone (negative inside) and which it is. For meshing and for layer depth.
struct BoneDistance {
    float distance_m;
    int bone;
};

BoneDistance bone_distance(const Bones& bones, Vec3 point);

} // namespace tactus::anatomy
