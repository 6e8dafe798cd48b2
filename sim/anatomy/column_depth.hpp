#pragma once
/// The depth of the column of soft tissue under each point of the skin field, made smooth enough to be a
/// mesh.

#include "sim/anatomy/bones.hpp"
#include "sim/anatomy/skin_grid.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tactus::anatomy {

/// Depth and bone of the skin field (97 x 129 points, row by row).
struct ColumnDepths {
    std::vector<float>
        depth_m; ///< from the skin along `inward` to bone, or soft_depth_m where none lies below
    std::vector<std::int16_t> bone; ///< index in Bones::bones, or -1
};

/// Casts from every point of the field. inward, soft_depth_m: of the field's points. Unbounded and
/// unsmoothed.
ColumnDepths cast_columns(const SkinGrid& grid, const Bones& bones, std::span<const Vec3> inward,
                          std::span<const float> soft_depth_m);

/// Bounds depths and makes them smooth: neighbours 10 mm apart differ by at most a third, and no cell of the
/// extruded columns turns inside out.
void smooth_depths(const SkinGrid& grid, std::span<const Vec3> inward, std::vector<float>& depth_m);

} // namespace tactus::anatomy
