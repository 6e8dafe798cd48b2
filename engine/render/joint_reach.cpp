#include "engine/render/joint_reach.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

constexpr float blade_reach_m = 0.20F; ///< of a shoulder blade from its acromion

} // namespace

float joints_move_m(const session::JointPlaces& joints, const session::Snapshot* now, const Box& rest) {
    if (now == nullptr) {
        return 0;
    }
    float moved = 0;
    for (const session::GirdleMotion& girdle : now->girdles) {
        moved = std::max(moved, glm::length(girdle.glide_m) + std::fabs(girdle.wing_rad) * blade_reach_m);
    }
    return moved + std::fabs(now->body.neck_rad) * std::max(joints.neck.base_m.z - rest.low.z, 0.0F) +
           std::fabs(now->body.lumbar_rad) * std::max(rest.high.z - joints.lumbar.base_m.z, 0.0F);
}

} // namespace tactus::render
