#include "sim/tissue/active_box.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::tissue {

namespace {

constexpr int half_rows = 12;
constexpr int least_rows = 9;
constexpr int lanes = 16;
constexpr int tile_rows = 8;
constexpr int tile_row_pitch = 4;
constexpr int tile_columns = 3 * lanes;
constexpr int tile_column_pitch = 2 * lanes;

constexpr int least_columns = 2 * lanes;

/// Columns from a tool's centre to a wall of the box that is not the lattice's own.
constexpr float wall_distance_broad = 11.0F;
constexpr float wall_distance = 8.0F;

/// What the tools need: [first, last) of columns or rows.
struct Span {
    float first = 1e9F;
    float last = -1e9F;
};

bool fits(const CellBox& whole, int first, int last, const Span& need) {
    return (first <= whole.column_first || static_cast<float>(first) < need.first) &&
           (last >= whole.column_last || static_cast<float>(last) > need.last);
}

/// The present columns while they fit and none narrower could, else the narrowest that do.
void choose_columns(const CellBox& whole, const Span& need, CellBox& box) {
    const bool narrow = box.column_last - box.column_first == least_columns;
    if (narrow && fits(whole, box.column_first, box.column_last, need)) {
        return;
    }
    for (int width = least_columns; width < whole.column_last - whole.column_first; width += lanes) {
        for (int first = whole.column_first; first + width <= whole.column_last; first += lanes) {
            if (fits(whole, first, first + width, need)) {
                box.column_first = first;
                box.column_last = first + width;
                return;
            }
        }
    }
    box.column_first = whole.column_first;
    box.column_last = whole.column_last;
}

} // namespace

CellBox choose_box(const CellBox& whole, const CellBox& before, const ToolPlaces& tools) {
    CellBox box = before;
    Span columns;
    Span rows;
    for (const std::optional<ToolPlace>& tool : tools) {
        if (!tool) {
            continue;
        }
        const float margin = tool->broad ? wall_distance_broad : wall_distance;
        columns = {std::min(columns.first, tool->column - margin),
                   std::max(columns.last, tool->column + margin)};
        rows = {std::min(rows.first, tool->row), std::max(rows.last, tool->row)};
    }
    if (rows.first > rows.last) {
        return box;
    }
    choose_columns(whole, columns, box);
    const int first = static_cast<int>(std::floor(rows.first));
    const int last = static_cast<int>(std::floor(rows.last));
    const bool reaches = before.row_first <= std::max(whole.row_first, first - least_rows) &&
                         before.row_last >= std::min(whole.row_last, last + least_rows);
    const bool spare = before.row_last - before.row_first > last - first + 2 * half_rows + 6;
    if (!reaches || spare || before.row_last <= before.row_first) {
        box.row_first = std::max(whole.row_first, first - half_rows);
        box.row_last = std::min(whole.row_last, last + half_rows);
    }
    return box;
}

CellBox relaxing_tile(const CellBox& whole, int turn) {
    const auto steps = [](int cells, int size, int pitch) {
        return std::max(0, cells - size + pitch - 1) / pitch + 1;
    };
    const int along = steps(whole.row_last - whole.row_first, tile_rows, tile_row_pitch);
    const int across = steps(whole.column_last - whole.column_first, tile_columns, tile_column_pitch);
    const int row = whole.row_first + turn % along * tile_row_pitch;
    const int column = whole.column_first + turn / along % across * tile_column_pitch;
    return {column, std::min(whole.column_last, column + tile_columns), row,
            std::min(whole.row_last, row + tile_rows)};
}

} // namespace tactus::tissue
