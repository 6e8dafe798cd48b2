#include "sim/anatomy/column_depth.hpp"

#include "sim/anatomy/anatomy_data.hpp"
#include "sim/anatomy/grid_smoothing.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::anatomy {
namespace {

constexpr int columns = SkinGrid::field_columns;
constexpr int rows = SkinGrid::field_rows;

std::size_t field_index(int column, int row) {
    return static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column);
}

Vec3 field_point(const SkinGrid& grid, int column, int row) { return grid.at(2 * column, 2 * row); }

/// How near a column must pass to rest on a bone. Muscle between two ribs, or between two transverse
/// processes, is held by both, while a column beside a spinous process runs on to the lamina.
/// On the midline the supraspinous ligament ties the processes together.
float holding_distance(BoneKind kind, float depth_m, float lateral_m) {
    constexpr float ligament_half_width_m = 0.006F;
    if (kind == BoneKind::vertebra && lateral_m < ligament_half_width_m) {
        return 0.016F;
    }
    switch (kind) {
    case BoneKind::rib:
        return 0.014F;
    case BoneKind::vertebra:
        return depth_m < 0.018F ? 0.002F : 0.018F;
    case BoneKind::sacrum:
        return 0.010F;
    case BoneKind::pelvis:
        return 0.006F;
    default:
        return 0.004F;
    }
}

struct Base {
    float depth_m;
    std::int16_t bone;
};

/// First bone that the column rests on: a hit, or the closest pass within its holding distance. lateral_m: of
/// the column from the spine.
Base find_base(const Bones& bones, Vec3 skin, Vec3 inward, float lateral_m, float soft_depth_m) {
    constexpr float deepest_m = 0.060F;
    constexpr float reach_m = 0.030F;
    constexpr float hit_m = 0.0004F;
    constexpr float receding_m = 0.0015F;
    Base closest{soft_depth_m, -1};
    float closest_m = 1.0F;
    for (float depth = 0; depth < deepest_m;) {
        const BoneDistance near = bone_distance(bones, skin + inward * depth, reach_m);
        if (near.bone >= 0 && near.distance_m < hit_m) {
            return {depth, static_cast<std::int16_t>(near.bone)};
        }
        const bool holds =
            near.bone >= 0 &&
            near.distance_m <
                holding_distance(bones.bones[static_cast<std::size_t>(near.bone)].kind, depth, lateral_m);
        if (holds && near.distance_m < closest_m) {
            closest_m = near.distance_m;
            closest = {depth, static_cast<std::int16_t>(near.bone)};
        } else if (near.distance_m > closest_m + receding_m) {
            break;
        }
        depth += std::max(near.distance_m * .9F, .0010F);
    }
    return closest;
}

/// Greatest growth of the logarithm of depth a metre: a third in 10 mm.
constexpr float log_slope_per_m = 29.0F;

/// Lowers each value to what its neighbours allow (or raises it, with sign -1) until none exceeds the slope.
void limit_slope(const SkinGrid& grid, std::vector<float>& log_depth, float sign) {
    const auto relax = [&](int column, int row, int d_column, int d_row) {
        const int c = column + d_column;
        const int r = row + d_row;
        if (c < 0 || c >= columns || r < 0 || r >= rows) {
            return;
        }
        const float step_m = glm::length(field_point(grid, c, r) - field_point(grid, column, row));
        float& here = log_depth[field_index(column, row)];
        const float allowed = sign * log_depth[field_index(c, r)] + log_slope_per_m * step_m;
        here = sign * std::min(sign * here, allowed);
    };
    constexpr int points = columns * rows;
    for (int sweep = 0; sweep < 8; ++sweep) {
        for (int n = 0; n < points; ++n) {
            const int k = sweep % 2 == 0 ? n : points - 1 - n; // there and back
            for (const auto& [d_column, d_row] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
                relax(k % columns, k / columns, d_column, d_row);
            }
        }
    }
}

/// Least share of its area that a coarse cell of the tissue keeps at the base, corner by corner; negative
/// when columns cross.
float base_share(const SkinGrid& grid, std::span<const Vec3> inward, std::span<const float> depth,
                 Vec2 cell) {
    constexpr int stride = 2; // a coarse cell is four points of the grid wide
    const int column = static_cast<int>(cell.x);
    const int row = static_cast<int>(cell.y);
    float least = 1;
    for (int corner = 0; corner < 4; ++corner) {
        const int right = corner & 1;
        const int down = corner >> 1;
        const auto area = [&](float share) {
            const auto at = [&](int c, int r) {
                const int column_at = column + c * stride;
                const int row_at = row + r * stride;
                const std::size_t k = field_index(column_at, row_at);
                return field_point(grid, column_at, row_at) + inward[k] * (depth[k] * share);
            };
            const Vec3 here = at(right, down);
            return glm::cross(at(1 - right, down) - here, at(right, 1 - down) - here);
        };
        const Vec3 skin = area(0);
        least = std::min(least, glm::dot(area(1), skin) / std::max(glm::dot(skin, skin), 1e-16F));
    }
    return least;
}

/// Shortens columns that crowd together below until every cell keeps a fair share of its area at the base.
void keep_columns_apart(const SkinGrid& grid, std::span<const Vec3> inward, std::vector<float>& depth) {
    constexpr float least_share = 0.25F;
    constexpr float shorten = 0.94F;
    constexpr int cells_across = columns - 2;
    constexpr int cells = cells_across * (rows - 2);
    const auto shorten_at = [&](int column, int row) {
        float& d = depth[field_index(column, row)];
        d = std::max(d * shorten, column_least_m.f());
    };
    bool crowded = true;
    for (int round = 0; round < 30 && crowded; ++round) {
        crowded = false;
        for (int n = 0; n < cells; ++n) {
            const int column = n % cells_across;
            const int row = n / cells_across;
            if (base_share(grid, inward, depth, Vec2(column, row)) >= least_share) {
                continue;
            }
            crowded = true;
            shorten_at(column, row);
            shorten_at(column + 2, row);
            shorten_at(column, row + 2);
            shorten_at(column + 2, row + 2);
        }
    }
}

} // namespace

ColumnDepths cast_columns(const SkinGrid& grid, const Bones& bones, std::span<const Vec3> inward,
                          std::span<const float> soft_depth_m) {
    ColumnDepths result;
    result.depth_m.reserve(inward.size());
    result.bone.reserve(inward.size());
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const std::size_t k = field_index(column, row);
            const Vec3 skin = field_point(grid, column, row);
            const float lateral_m = std::fabs(skin.x - grid.spine_x(2 * row));
            const Base base = find_base(bones, skin, inward[k], lateral_m, soft_depth_m[k]);
            result.depth_m.push_back(base.depth_m);
            result.bone.push_back(base.bone);
        }
    }
    return result;
}

void smooth_depths(const SkinGrid& grid, std::span<const Vec3> inward, std::vector<float>& depth_m) {
    constexpr float sigma_m = 0.005F;
    constexpr float thin_share = 0.85F;
    const float column_spacing_m = grid.half_biacromial_m * 1.7F / (columns - 1);
    const float row_spacing_m = grid.spine_length_m * (SkinGrid::v_last - SkinGrid::v_first) / (rows - 1);
    std::vector<float> lower;
    lower.reserve(depth_m.size());
    for (const float d : depth_m) {
        lower.push_back(math::log(std::clamp(d, column_least_m.f(), column_most_m.f())));
    }
    // A mean of the tightest bounds from below and from above keeps the slope. It leans to the thin side,
    // because bone close under the skin is what a hand feels and what safety is about.
    std::vector<float> upper = lower;
    limit_slope(grid, lower, 1.0F);
    limit_slope(grid, upper, -1.0F);
    for (std::size_t k = 0; k < depth_m.size(); ++k) {
        lower[k] = thin_share * lower[k] + (1 - thin_share) * upper[k];
    }
    gaussian_blur(lower, columns, rows, sigma_m / column_spacing_m, sigma_m / row_spacing_m);
    for (std::size_t k = 0; k < depth_m.size(); ++k) {
        depth_m[k] = std::clamp(math::exp(lower[k]), column_least_m.f(), column_most_m.f());
    }
    keep_columns_apart(grid, inward, depth_m);
    for (std::size_t k = 0; k < depth_m.size(); ++k) {
        lower[k] = math::log(depth_m[k]);
    }
    limit_slope(grid, lower, 1.0F);
    for (std::size_t k = 0; k < depth_m.size(); ++k) {
        depth_m[k] = std::max(math::exp(lower[k]), column_least_m.f());
    }
}

} // namespace tactus::anatomy
