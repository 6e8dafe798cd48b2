#include "sim/tissue/base_binding.hpp"

#include "sim/tissue/grid_frame.hpp"
#include "sim/tissue/tissue_data.hpp"

#include <cmath>

namespace tactus::tissue {

BaseBinding::BaseBinding(const anatomy::Anatomy& anatomy) {
    using anatomy::SkinGrid;
    for (int row = 0; row < SkinGrid::field_rows; ++row) {
        for (int column = 0; column < SkinGrid::field_columns; ++column) {
            const std::size_t k = SkinGrid::index(2 * column, 2 * row);
            const int bone = anatomy.layers.bone[k];
            outward_.push_back(-to_grid_direction(anatomy.layers.inward[k]));
            const bool scapula = bone >= 0 && anatomy.bones.bones[static_cast<std::size_t>(bone)].kind ==
                                                  anatomy::BoneKind::scapula;
            slides_.push_back(scapula ? 1 : 0);
        }
    }
}

Vec3 BaseBinding::motion_mm(std::size_t point, Vec3 bone_m) const {
    const Vec3 whole = to_grid_mm(bone_m);
    if (slides_[point] == 0) {
        return whole;
    }
    const Vec3 lift = outward_[point] * glm::dot(whole, outward_[point]);
    const Vec3 glide = whole - lift;
    const float square = glm::dot(glide, glide);
    const float limit = base_slip_limit_m.f() * 1000.0F;
    return square <= limit * limit ? whole : lift + glide * (limit / std::sqrt(square));
}

} // namespace tactus::tissue
