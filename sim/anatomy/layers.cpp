#include "sim/anatomy/layers.hpp"

#include "sim/anatomy/anatomy_data.hpp"
#include "sim/anatomy/column_depth.hpp"
#include "sim/anatomy/float_power.hpp"
#include "sim/anatomy/grid_smoothing.hpp"
#include "sim/anatomy/layer_thickness.hpp"
#include "sim/anatomy/loft.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::anatomy {
namespace {

constexpr int columns = SkinGrid::field_columns;
constexpr int rows = SkinGrid::field_rows;

/// Least muscle under the fat: keeps its cells from vanishing where skin lies on bone.
constexpr float least_muscle_m = 0.0030F;

/// Thickness of muscle where no bone holds it, by the muscle that lies there (facts 3.1; design values
/// between).
float soft_muscle_m(Muscle muscle) {
    switch (muscle) {
    case Muscle::gluteus_maximus:
    case Muscle::gluteus_medius:
    case Muscle::erector_spinae:
    case Muscle::thoracolumbar_fascia:
        return 0.036F;
    case Muscle::external_oblique:
        return 0.028F;
    default:
        return 0.026F;
    }
}

/// Bounds of the muscle between fat and bone, by the superficial muscle (facts 3.1).
struct Bounds {
    float low_m;
    float high_m;
};

/// u: lateral place. on_rib: one lies under the column.
Bounds muscle_bounds(Sex sex, Muscle muscle, float u, bool on_rib) {
    constexpr float erector_border_u = 0.36F;
    switch (muscle) {
    case Muscle::gluteus_maximus:
    case Muscle::gluteus_medius:
        return {0.006F, 0.042F};
    case Muscle::erector_spinae:
    case Muscle::thoracolumbar_fascia:
        return {0.003F, 0.0316F * erector_share(sex)};
    case Muscle::infraspinatus:
    case Muscle::teres_minor:
    case Muscle::teres_major:
        return {0.006F, 0.020F};
    case Muscle::latissimus_dorsi: // a thin sheet on the ribs, but over the erector medial of its border
        return {0.005F, std::fabs(u) < erector_border_u ? 0.0316F * erector_share(sex)
                        : on_rib                        ? 0.0098F
                                                        : 0.030F};
    case Muscle::trapezius_upper:
        return {0.004F, 0.032F};
    default:
        return {0.003F, 0.030F};
    }
}

/// Skin-grid values from field values: every second point, the rest halfway between.
template <class Value> std::vector<Value> to_grid(const std::vector<Value>& field) {
    std::vector<Value> grid(static_cast<std::size_t>(SkinGrid::columns) * SkinGrid::rows);
    const auto at = [&](int c, int r) {
        return field[static_cast<std::size_t>(r) * columns + static_cast<std::size_t>(c)];
    };
    for (int row = 0; row < SkinGrid::rows; ++row) {
        const int r0 = row / 2;
        const int r1 = (row + 1) / 2;
        for (int column = 0; column < SkinGrid::columns; ++column) {
            const int c0 = column / 2;
            const int c1 = (column + 1) / 2;
            grid[SkinGrid::index(column, row)] = (at(c0, r0) + at(c1, r0) + at(c0, r1) + at(c1, r1)) * 0.25F;
        }
    }
    return grid;
}

/// Inward directions of the field's points: normals low-passed over about 40 mm, so that columns under a
/// muscular ridge do not meet.
std::vector<Vec3> field_inward(const SkinGrid& grid) {
    constexpr float sigma_m = 0.024F;
    std::vector<Vec3> inward;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            inward.push_back(-grid.normal[SkinGrid::index(2 * column, 2 * row)]);
        }
    }
    const float column_spacing_m = grid.half_biacromial_m * 1.7F / (columns - 1);
    const float row_spacing_m = grid.spine_length_m * (SkinGrid::v_last - SkinGrid::v_first) / (rows - 1);
    gaussian_blur(inward, columns, rows, sigma_m / column_spacing_m, sigma_m / row_spacing_m);
    for (Vec3& direction : inward) {
        direction = glm::normalize(direction);
    }
    return inward;
}

/// Unit fibre direction in the body frame, along the skin.
Vec3 fibre_direction(const SkinGrid& grid, GridPlace place, Vec2 fibre) {
    const SurfacePoint point = surface(grid, place);
    return glm::normalize(point.across * fibre.x + point.along * fibre.y);
}

/// Depth of every column of the field by the bones below it, bounded by what muscles measure.
ColumnDepths bounded_depths(const Body& body, const SkinGrid& grid, const Bones& bones,
                            std::span<const Vec3> inward) {
    const float skin = skin_thickness(body.parameters());
    std::vector<float> soft;
    std::vector<Vec2> places;
    const auto cover_m = [&](Vec2 uv) { return skin + fat_over_muscle_m(body, uv.x, uv.y); };
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            places.push_back(
                spine_coordinates(grid, {2.0F * static_cast<float>(column), 2.0F * static_cast<float>(row)}));
            const Vec2 uv = places.back();
            soft.push_back(cover_m(uv) + soft_muscle_m(muscle_at(uv.x, uv.y).muscle));
        }
    }
    ColumnDepths depths = cast_columns(grid, bones, inward, soft);
    for (std::size_t k = 0; k < depths.depth_m.size(); ++k) {
        const Vec2 uv = places[k];
        const bool on_rib = depths.bone[k] >= 0 &&
                            bones.bones[static_cast<std::size_t>(depths.bone[k])].kind == BoneKind::rib;
        const Bounds bounds =
            muscle_bounds(body.parameters().sex, muscle_at(uv.x, uv.y).muscle, uv.x, on_rib);
        const float cover = cover_m(uv);
        depths.depth_m[k] = cover + std::clamp(depths.depth_m[k] - cover, bounds.low_m, bounds.high_m);
    }
    return depths;
}

} // namespace

LayerMap make_layers(const Body& body, const SkinGrid& grid, const Bones& bones) {
    const std::vector<Vec3> inward = field_inward(grid);
    ColumnDepths depths = bounded_depths(body, grid, bones, inward);
    smooth_depths(grid, inward, depths.depth_m);

    LayerMap layers;
    layers.inward = to_grid(inward);
    const std::vector<float> depth = to_grid(depths.depth_m);
    const float skin = skin_thickness(body.parameters());
    for (int row = 0; row < SkinGrid::rows; ++row) {
        for (int column = 0; column < SkinGrid::columns; ++column) {
            const std::size_t k = SkinGrid::index(column, row);
            const GridPlace place{static_cast<float>(column), static_cast<float>(row)};
            const Vec2 uv = spine_coordinates(grid, place);
            const MuscleSample muscle = muscle_at(uv.x, uv.y);
            const float room = depth[k] - skin - least_muscle_m;
            const float fat = std::min(fat_over_muscle_m(body, uv.x, uv.y), room);
            layers.skin_m.push_back(skin);
            layers.fat_m.push_back(fat);
            layers.muscle_m.push_back(depth[k] - skin - fat);
            layers.muscle.push_back(static_cast<std::uint8_t>(muscle.muscle));
            layers.fibre.push_back(fibre_direction(grid, place, muscle.fibre));
            layers.bone.push_back(depths.bone[static_cast<std::size_t>(row / 2) * columns +
                                              static_cast<std::size_t>(column / 2)]);
            layers.inward[k] = glm::normalize(layers.inward[k]);
        }
    }
    return layers;
}

} // namespace tactus::anatomy
