#pragma once
/// The two lattices of points that maps of the skin lie on, and what evens a map out. Of the fine one every
/// second point each way is a point of the coarse one.

#include "sim/anatomy/skin_grid.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace tactus::render {

inline constexpr int fine_columns = anatomy::SkinGrid::columns; ///< 193 x 257
inline constexpr int fine_rows = anatomy::SkinGrid::rows;
inline constexpr int coarse_columns = anatomy::SkinGrid::field_columns; ///< 97 x 129, as the snapshot has it
inline constexpr int coarse_rows = anatomy::SkinGrid::field_rows;
inline constexpr std::size_t coarse_count = std::size_t{coarse_columns} * coarse_rows;

inline std::size_t fine_index(int column, int row) { return anatomy::SkinGrid::index(column, row); }

inline std::size_t coarse_index(int column, int row) {
    return static_cast<std::size_t>(row) * coarse_columns + static_cast<std::size_t>(column);
}

/// Columns of a row from one to before another; none at first.
struct ColumnSpan {
    int from = 1 << 20;
    int to = 0;

    [[nodiscard]] bool empty() const { return from >= to; }

    void take_in(ColumnSpan other) {
        from = std::min(from, other.from);
        to = std::max(to, other.to);
    }
};

/// Rows of the coarse lattice, the last one included.
struct CoarseRows {
    int first = coarse_rows;
    int last = -1;

    void take_in(int row) {
        first = std::min(first, row);
        last = std::max(last, row);
    }
};

/// Two binomial passes each way over some rows of a coarse map. The lattice's border and rows beyond these
/// stay as they are. scratch: as large as the map.
void even_out(float* map, float* scratch, CoarseRows of);

/// The most of each place's surroundings on a coarse map, out to `reach` points each way.
void spread_most(std::vector<float>& map, std::vector<float>& scratch, int reach);

} // namespace tactus::render
