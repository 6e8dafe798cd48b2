#include "sim/tissue/active_box.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::tissue {

namespace {

constexpr int lanes = 16;
constexpr int tile_rows = 8;
constexpr int tile_row_pitch = 4;
constexpr int tile_columns = 3 * lanes;
constexpr int tile_column_pitch = 2 * lanes;

constexpr int least_columns = 2 * lanes;

/// Cells from a tool's centre to a wall of the box that is not the lattice's own.
struct Margin {
    float columns;
    float least_rows; ///< nearer than that, the box moves
    float rows;       ///< where it moves to
};

constexpr Margin broad_margin{11, 9, 11};
constexpr Margin narrow_margin{8, 8, 9.5F};
constexpr int spare_rows = 6; ///< that a box may have more than its tools ask for

/// What the tools need: [first, last) of columns or rows.
struct Span {
    float first = 1e9F;
    float last = -1e9F;

    void cover(float centre, float margin) {
        first = std::min(first, centre - margin);
        last = std::max(last, centre + margin);
    }
};

/// Whether every wall lies as far off as the tools need or is the lattice's own.
bool fits(const Span& need, int first, int last, int whole_first, int whole_last) {
    return (first <= whole_first || static_cast<float>(first) < need.first) &&
           (last >= whole_last || static_cast<float>(last) > need.last);
}

/// The present columns while they fit and none narrower could, else the narrowest that do.
void choose_columns(const CellBox& whole, const Span& need, CellBox& box) {
    const auto fit = [&](int first, int last) {
        return fits(need, first, last, whole.column_first, whole.column_last);
    };
    const bool narrow = box.column_last - box.column_first == least_columns;
    if (narrow && fit(box.column_first, box.column_last)) {
        return;
    }
    for (int width = least_columns; width < whole.column_last - whole.column_first; width += lanes) {
        for (int first = whole.column_first; first + width <= whole.column_last; first += lanes) {
            if (fit(first, first + width)) {
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
    Span least;
    Span rows;
    for (const std::optional<ToolPlace>& tool : tools) {
        if (!tool) {
            continue;
        }
        const Margin& margin = tool->broad ? broad_margin : narrow_margin;
        columns.cover(tool->column, margin.columns);
        least.cover(tool->row, margin.least_rows);
        rows.cover(tool->row, margin.rows);
    }
    if (rows.first > rows.last) {
        return box;
    }
    choose_columns(whole, columns, box);
    const int first = std::max(whole.row_first, static_cast<int>(std::floor(rows.first)));
    const int last = std::min(whole.row_last, static_cast<int>(std::ceil(rows.last)));
    const bool reaches = fits(least, before.row_first, before.row_last, whole.row_first, whole.row_last);
    const bool spare = before.row_last - before.row_first > last - first + spare_rows;
    if (!reaches || spare || before.row_last <= before.row_first) {
        box.row_first = first;
        box.row_last = last;
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
