#pragma once
/// Where a client's joints lie and how they have gone, for whoever draws the body that moves.

#include "sim/anatomy/anatomy.hpp"
#include "sim/math/vec.hpp"

#include <array>

namespace tactus::session {

/// A part of the spine that bends evenly. At rest, metres: what lies beyond `end_m` turns whole, what lies
/// between takes its share.
struct BendSpan {
    Vec3 base_m;
    Vec3 end_m;
};

/// Of one client at rest, metres. A plain value.
struct JointPlaces {
    BendSpan neck;                     ///< C7 to where the skull sits on C1
    BendSpan lumbar;                   ///< T12 to L5
    std::array<Vec3, 2> acromion_m;    ///< right before left: a scapula wings about it
    std::array<Vec3, 3> right_arm_m{}; ///< shoulder, elbow, wrist; the left's mirrored
};

/// How far a shoulder girdle has gone from rest: the arm hangs on its glide, the blade wings besides.
struct GirdleMotion {
    Vec3 glide_m{0};
    float wing_rad = 0; ///< medial border off the ribs about the acromion

    friend bool operator==(const GirdleMotion&, const GirdleMotion&) = default;
};

/// How much of a shoulder blade's motion a place at rest takes: 1 on the bone, nothing far from it. Pure.
float blade_share(const anatomy::Anatomy& anatomy, bool right, Vec3 place_m);

/// As the joints are (bodies::JointGeometry). Pure.
JointPlaces find_joint_places(const anatomy::Anatomy& anatomy);

} // namespace tactus::session
