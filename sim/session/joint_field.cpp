#include "sim/session/joint_field.hpp"

#include "sim/math/interpolation.hpp"
#include "sim/session/joint_places.hpp"

#include <cmath>

namespace tactus::session {
namespace {

using Part = bodies::Carrier::Part;

constexpr int joint_columns = anatomy::SkinGrid::field_columns;
constexpr int joint_rows = anatomy::SkinGrid::field_rows;

/// The neck bends between the shoulders, which stay: half its width, and where the shoulder is still.
constexpr float neck_half_width_m = 0.070F;
constexpr float still_shoulder_m = 0.130F;

} // namespace

JointField::JointField(const anatomy::Anatomy& anatomy, const bodies::JointGeometry& joints) {
    const anatomy::LayerMap& layers = anatomy.layers;
    for (int row = 0; row < joint_rows; ++row) {
        const Vec3 middle = anatomy.skin.at(joint_columns - 1, 2 * row); // of the finer grid: the spine
        rows_.push_back(joints.carrier_at(middle.z));
        for (int column = 0; column < joint_columns; ++column) {
            const std::size_t k = anatomy::SkinGrid::index(2 * column, 2 * row);
            const float depth = layers.skin_m[k] + layers.fat_m[k] + layers.muscle_m[k];
            Column one{.base_m = anatomy.skin.position[k] + layers.inward[k] * depth};
            const float aside = std::fabs(one.base_m.x - middle.x);
            one.bend = rows_.back().part == Part::neck
                           ? 1 - math::smoothstep(neck_half_width_m, still_shoulder_m, aside)
                           : 1.0F;
            for (const bool right : {true, false}) {
                one.scapula[right ? 0 : 1] = blade_share(anatomy, right, one.base_m);
            }
            columns_.push_back(one);
        }
    }
    displacement_m_.assign(columns_.size(), Vec3(0));
}

void JointField::follow(const bodies::Joints& joints) {
    resting_ = joints.at_rest();
    if (resting_ || joints.pose() == pose_) {
        return;
    }
    pose_ = joints.pose();
    const bodies::JointGeometry& geometry = joints.geometry();
    const std::array scapulae{geometry.motion({.part = Part::scapula, .right = true}, pose_),
                              geometry.motion({.part = Part::scapula, .right = false}, pose_)};
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        const bodies::CarriedMotion bend = geometry.motion(rows_[row], pose_);
        for (std::size_t k = row * joint_columns; k < (row + 1) * joint_columns; ++k) {
            const Column& one = columns_[k];
            displacement_m_[k] = one.bend * bend.displacement(one.base_m) +
                                 one.scapula[0] * scapulae[0].displacement(one.base_m) +
                                 one.scapula[1] * scapulae[1].displacement(one.base_m);
        }
    }
}

std::span<const Vec3> JointField::displacement_m() const {
    return resting_ ? std::span<const Vec3>() : std::span<const Vec3>(displacement_m_);
}

} // namespace tactus::session
