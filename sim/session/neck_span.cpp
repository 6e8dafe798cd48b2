#include "sim/session/neck_span.hpp"

#include "sim/bodies/joint_geometry.hpp"

namespace tactus::session {

NeckSpan find_neck_span(const anatomy::Anatomy& anatomy) {
    const bodies::JointGeometry joints(anatomy.bones);
    return {.base_m = joints.neck_base_m, .end_m = joints.neck_end_m};
}

} // namespace tactus::session
