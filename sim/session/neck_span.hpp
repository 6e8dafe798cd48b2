#pragma once
/// Between which places a client's neck bends, for whoever draws the bend.

#include "sim/anatomy/anatomy.hpp"
#include "sim/math/vec.hpp"

namespace tactus::session {

/// At rest, metres: what lies beyond `end_m` turns whole, what lies between takes its share.
struct NeckSpan {
    Vec3 base_m; ///< C7
    Vec3 end_m;  ///< where the skull sits on C1
};

/// As the joints are (bodies::JointGeometry). Pure.
NeckSpan find_neck_span(const anatomy::Anatomy& anatomy);

} // namespace tactus::session
