#include "sim/session/base_motion.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::session {
namespace {

constexpr float rest_below_m = 1e-6F; // a bone that is closer to its place than this is at rest
constexpr int columns = anatomy::SkinGrid::field_columns;
constexpr int rows = anatomy::SkinGrid::field_rows;

bool can_move(anatomy::BoneKind kind) {
    return kind == anatomy::BoneKind::scapula || kind == anatomy::BoneKind::rib ||
           kind == anatomy::BoneKind::vertebra;
}

} // namespace

BaseMotion::BaseMotion(const anatomy::Anatomy& anatomy) : anatomy_(&anatomy) {
    const anatomy::LayerMap& layers = anatomy.layers;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const std::size_t k = anatomy::SkinGrid::index(2 * column, 2 * row);
            const std::int16_t bone = layers.bone[k];
            bone_of_field_.push_back(bone);
            if (bone < 0 || !can_move(anatomy.bones.bones[static_cast<std::size_t>(bone)].kind)) {
                continue;
            }
            const float depth = layers.skin_m[k] + layers.fat_m[k] + layers.muscle_m[k];
            moving_.push_back({.field_index = static_cast<std::size_t>(row) * columns + column,
                               .bone = bone,
                               .base_m = anatomy.skin.position[k] + layers.inward[k] * depth});
        }
    }
    std::stable_sort(moving_.begin(), moving_.end(),
                     [](const MovingColumn& a, const MovingColumn& b) { return a.bone < b.bone; });
    displacement_m_.assign(static_cast<std::size_t>(columns) * rows, Vec3(0));
}

void BaseMotion::step(bodies::Skeleton& skeleton, const Work& work) {
    loads_.clear();
    for (std::size_t side = 0; side < work.reports.size(); ++side) {
        if (work.reports[side].touching && work.tools[side]) {
            add_loads(work.reports[side], work.tools[side]->approach);
        }
    }
    skeleton.step(loads_, work.holds, work.muscle_tone);

    if (loads_.empty() && resting_) {
        return;
    }
    resting_ = true;
    int bone = -1;
    bodies::SprungMotion motion{};
    for (const MovingColumn& column : moving_) {
        if (column.bone != bone) {
            bone = column.bone;
            motion = skeleton.sprung_motion(bone);
        }
        const Vec3 moved = motion.displacement(column.base_m);
        displacement_m_[column.field_index] = moved;
        resting_ = resting_ && glm::dot(moved, moved) < rest_below_m * rest_below_m;
    }
}

void BaseMotion::add_loads(const contact::ContactReport& report, Vec3 approach) {
    const std::size_t first = loads_.size();
    for (const contact::LoadedPoint& point : report.points) {
        const anatomy::GridPlace place = anatomy::locate(anatomy_->skin, point.u, point.v);
        const int column =
            std::clamp(static_cast<int>(std::floor(place.column * 0.5F + 0.5F)), 0, columns - 1);
        const int row = std::clamp(static_cast<int>(std::floor(place.row * 0.5F + 0.5F)), 0, rows - 1);
        const int bone = bone_of_field_[static_cast<std::size_t>(row) * columns + column];
        if (bone < 0) {
            continue;
        }
        const auto known = std::find_if(loads_.begin() + static_cast<std::ptrdiff_t>(first), loads_.end(),
                                        [&](const bodies::BoneLoad& load) { return load.bone == bone; });
        const auto index = static_cast<std::size_t>(known - loads_.begin());
        if (index == loads_.size()) {
            loads_.push_back({.bone = bone, .position_m = Vec3(0), .force_n = Vec3(0)});
        }
        const float share = point.pressure_pa * point.area_m2;
        loads_[index].force_n += approach * share;
        loads_[index].position_m += point.position_m * share;
    }
    for (std::size_t k = first; k < loads_.size(); ++k) {
        const float whole = glm::length(loads_[k].force_n);
        loads_[k].position_m *= whole > 0 ? 1.0F / whole : 0.0F;
    }
}

std::span<const Vec3> BaseMotion::displacement_m() const {
    return resting_ ? std::span<const Vec3>() : std::span<const Vec3>(displacement_m_);
}

} // namespace tactus::session
