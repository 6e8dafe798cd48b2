#pragma once
/// The muscles under the superficial sheet, as bundles of strands between bones: for the anatomy view, for
/// export, and for the way the fibres run in the tissue's muscle layer, which holds them.

#include "sim/anatomy/bones.hpp"
#include "sim/math/vec.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tactus::anatomy {

class Body;

/// A bundle of fibres along a line of points, thick in the middle and thin where it takes hold. Metres.
struct MuscleStrand {
    std::vector<Vec3> course;
    float radius_m;  ///< in the middle
    float end_share; ///< of it at the ends
};

/// One muscle of one side.
struct DeepMuscle {
    std::string name; ///< "levator scapulae right"
    int layer;        ///< 1 just under the superficial sheet, 2 deeper: the order in which peeling bares them
    std::vector<MuscleStrand> strands;
    BoneBox box; ///< that holds it
};

/// All of them, right before left, from the superficial to the deep. Depths under the skin follow the
/// trigger-point table (facts 4.3) and grow with the client's fat.
std::vector<DeepMuscle> make_deep_muscles(const Body& body);

/// Signed distance to a muscle, negative inside; strands melt into a sheet.
float distance_to_muscle(const DeepMuscle& muscle, Vec3 point);

/// Unit direction of the fibres at a point: that of the nearest strand of the muscle that holds it. None
/// where no deep muscle lies.
std::optional<Vec3> deep_fibre(std::span<const DeepMuscle> muscles, Vec3 point);

} // namespace tactus::anatomy
