#pragma once
/// The skeleton laid under a client's skin: named bones as capsules and plates, depth measured from the skin.

#include "sim/math/vec.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

/// What sort of bone: decides whether it can move and what rests on it.
enum class BoneKind : std::uint8_t {
    vertebra,
    rib,
    scapula,
    humerus,
    forearm,
    pelvis,
    sacrum,
    clavicle,
    skull,
    sternum,
    hand
};

/// One bone: a smooth union of capsules and plates.
struct Bone {
    std::string name; ///< "T7", "rib 7 right", "scapula left"
    BoneKind kind;
    std::vector<BoneCapsule> capsules;
    std::vector<BonePlate> plates;
    std::vector<float> capsule_blends_m; ///< smooth-union width of each capsule, for the picture
};

/// The smallest box with sides along the axes that holds one bone. Metres.
struct BoneBox {
    Vec3 low;
    Vec3 high;
};

/// Square of the distance of a point from a box, m2; 0 inside.
inline float squared_distance(const BoneBox& box, Vec3 point) {
    const Vec3 outside = glm::max(glm::max(box.low - point, point - box.high), Vec3(0));
    return glm::dot(outside, outside);
}

/// The whole skeleton.
struct Bones {
    /// Fixed order: C3 .. L5, sacrum, then right before left: ribs 1 .. 12, scapulae, humeri, forearms,
    /// pelvis halves, clavicles.
    std::vector<Bone> bones;
    std::vector<BoneBox> boxes; ///< of each bone, for quick rejection
    /// The supraspinous ligament from C7 to L5: it ties the tips of the spinous processes and carries the
    /// skin of the midline between them. No bone, and not drawn.
    std::vector<BoneCapsule> ligament;
};

/// Lays the skeleton under the skin of a body: depth is measured from the skin at the same place.
Bones make_bones(const Body& body);

/// The bones that nothing on the back reaches: skull and jaw, atlas and axis, breastbone, the front of the
/// ribs with their cartilage, hands. For pictures and export; the tissue and the joints do without. bones: of
/// the same body.
Bones make_far_bones(const Body& body, const Bones& bones);

/// Index of the bone with that name, or -1.
int bone_named(const Bones& bones, std::string_view name);

/// Signed distance to one bone, negative inside.
float distance_to_bone(const Bone& bone, Vec3 point);

/// Signed distance to the nearest bone (negative inside) and which it is. For meshing and for layer depth.
struct BoneDistance {
    float distance_m;
    int bone; ///< -1 when no bone lies within `reach_m`; then distance_m = reach_m
};

/// reach_m: bones farther away than this are not looked at.
BoneDistance bone_distance(const Bones& bones, Vec3 point, float reach_m = 1.0F);

} // namespace tactus::anatomy
