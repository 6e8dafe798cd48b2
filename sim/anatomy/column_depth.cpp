#include "sim/anatomy/column_depth.hpp"

#include "sim/anatomy/anatomy_data.hpp"
#include "sim/anatomy/grid_smoothing.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::anatomy {
namespace {

constexpr int depth_columns = SkinGrid::field_columns;
constexpr int depth_rows = SkinGrid::field_rows;

std::size_t field_index(int column, int row) {
    return static_cast<std::size_t>(row) * depth_columns + static_cast<std::size_t>(column);
}

Vec3 field_point(const SkinGrid& grid, int column, int row) { return grid.at(2 * column, 2 * row); }

/// How near a column must pass to rest on a bone. Muscle between two ribs, or between two transverse
/// processes, is held by both, while a column beside a spinous process runs on to the lamina.
float holding_distance(BoneKind kind, float depth_m) {
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

/// Distance to the ligament that ties the spinous tips, a band across the midline; large where there is none.
float ligament_distance(const Bones& bones, Vec3 point) {
    constexpr float half_width_m = 0.0035F;
    float distance = 1.0F;
    for (const BoneCapsule& piece : bones.ligament) {
        const Vec3 along = piece.b - piece.a;
        const Vec3 from = point - piece.a;
        const float t = math::clamp01(glm::dot(from, along) / std::max(glm::dot(along, along), 1e-12F));
        Vec3 off = from - along * t;
        off.x -= std::clamp(off.x, -half_width_m, half_width_m);
        distance = std::min(distance, glm::length(off) - math::mix(piece.radius_a_m, piece.radius_b_m, t));
    }
    return distance;
}

/// First bone that the column rests on: a hit, or the closest pass within its holding distance; on the
/// midline also the ligament over the vertebrae.
Base find_base(const Bones& bones, Vec3 skin, Vec3 inward, float soft_depth_m) {
    constexpr float deepest_m = 0.060F;
    constexpr float reach_m = 0.030F;
    constexpr float hit_m = 0.0004F;
    constexpr float receding_m = 0.0015F;
    constexpr float ligament_reach_m = 0.015F; // across: columns farther out pass it by
    Base closest{soft_depth_m, -1};
    float closest_m = 1.0F;
    const bool midline = ligament_distance(bones, skin) < ligament_reach_m;
    for (float depth = 0; depth < deepest_m;) {
        const Vec3 point = skin + inward * depth;
        const BoneDistance near = bone_distance(bones, point, reach_m);
        const float ligament_m = midline ? ligament_distance(bones, point) : 1.0F;
        const float near_m = std::min(near.distance_m, ligament_m);
        if (near.bone >= 0 && near_m < hit_m) {
            return {depth, static_cast<std::int16_t>(near.bone)};
        }
        const bool holds =
            near.bone >= 0 &&
            near.distance_m < holding_distance(bones.bones[static_cast<std::size_t>(near.bone)].kind, depth);
        if (holds && near.distance_m < closest_m) {
            closest_m = near.distance_m;
            closest = {depth, static_cast<std::int16_t>(near.bone)};
        } else if (near.distance_m > closest_m + receding_m) {
            break;
        }
        depth += std::max(near_m * .9F, .0010F);
    }
    return closest;
}

/// Greatest growth of the logarithm of depth a metre: by half in 10 mm. From a spinous process to the erector
/// 3 cm beside it the published layers (facts 3.1) need nearly that.
constexpr float log_slope_per_m = 42.0F;

/// Lowers each value to what its neighbours allow until none exceeds the slope.
void limit_slope(const SkinGrid& grid, std::vector<float>& log_depth) {
    const auto relax = [&](int column, int row, int d_column, int d_row) {
        const int c = column + d_column;
        const int r = row + d_row;
        if (c < 0 || c >= depth_columns || r < 0 || r >= depth_rows) {
            return;
        }
        const float step_m = glm::length(field_point(grid, c, r) - field_point(grid, column, row));
        float& here = log_depth[field_index(column, row)];
        here = std::min(here, log_depth[field_index(c, r)] + log_slope_per_m * step_m);
    };
    constexpr int points = depth_columns * depth_rows;
    for (int sweep = 0; sweep < 8; ++sweep) {
        for (int n = 0; n < points; ++n) {
            const int k = sweep % 2 == 0 ? n : points - 1 - n; // there and back
            for (const auto& [d_column, d_row] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
                relax(k % depth_columns, k / depth_columns, d_column, d_row);
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
    constexpr int cells_across = depth_columns - 2;
    constexpr int cells = cells_across * (depth_rows - 2);
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
    for (int row = 0; row < depth_rows; ++row) {
        for (int column = 0; column < depth_columns; ++column) {
            const std::size_t k = field_index(column, row);
            const Base base = find_base(bones, field_point(grid, column, row), inward[k], soft_depth_m[k]);
            result.depth_m.push_back(base.depth_m);
            result.bone.push_back(base.bone);
        }
    }
    return result;
}

void smooth_depths(const SkinGrid& grid, std::span<const Vec3> inward, std::vector<float>& depth_m) {
    constexpr float sigma_m = 0.005F;
    const float column_spacing_m = grid.half_biacromial_m * 1.7F / (depth_columns - 1);
    const float row_spacing_m =
        grid.spine_length_m * (SkinGrid::v_last - SkinGrid::v_first) / (depth_rows - 1);
    std::vector<float> log_depth;
    log_depth.reserve(depth_m.size());
    for (const float d : depth_m) {
        log_depth.push_back(math::log(std::clamp(d, column_least_m.f(), column_most_m.f())));
    }
    // Steps are taken off the deep side, because bone close under the skin is what a hand feels and what
    // safety is about.
    limit_slope(grid, log_depth);
    gaussian_blur(log_depth, depth_columns, depth_rows, sigma_m / column_spacing_m, sigma_m / row_spacing_m);
    for (std::size_t k = 0; k < depth_m.size(); ++k) {
        depth_m[k] = std::clamp(math::exp(log_depth[k]), column_least_m.f(), column_most_m.f());
    }
    keep_columns_apart(grid, inward, depth_m);
    for (std::size_t k = 0; k < depth_m.size(); ++k) {
        log_depth[k] = math::log(depth_m[k]);
    }
    limit_slope(grid, log_depth);
    for (std::size_t k = 0; k < depth_m.size(); ++k) {
        depth_m[k] = std::max(math::exp(log_depth[k]), column_least_m.f());
    }
}

} // namespace tactus::anatomy
