#include "sim/tissue/active_box.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::tissue {

namespace {

constexpr int half_rows = 12;
constexpr int least_rows = 9;
constexpr int strip_rows = 8;
constexpr int lanes = 16;

/// Columns of a 32-wide box at least this far from a tool's centre to its wall; else all 48.
constexpr float wall_distance_broad = 11.0F;
constexpr float wall_distance = 8.0F;

} // namespace

CellBox choose_box(const CellBox& whole, const CellBox& before, const ToolPlaces& tools) {
    CellBox box = before;
    bool any = false;
    float low = 1e9F;
    float high = -1e9F;
    bool left_fits = true;
    bool right_fits = true;
    for (const std::optional<ToolPlace>& tool : tools) {
        if (!tool) {
            continue;
        }
        any = true;
        low = std::min(low, tool->row);
        high = std::max(high, tool->row);
        const float margin = tool->broad ? wall_distance_broad : wall_distance;
        left_fits = left_fits && tool->column < static_cast<float>(whole.column_last - lanes) - margin;
        right_fits = right_fits && tool->column > static_cast<float>(lanes) + margin;
    }
    if (!any) {
        return box;
    }
    // Hysteresis across: the present half stays while it fits.
    const bool was_left = before.column_first == 0 && before.column_last < whole.column_last;
    if (left_fits && (was_left || !right_fits)) {
        box.column_first = 0;
        box.column_last = whole.column_last - lanes;
    } else if (right_fits) {
        box.column_first = lanes;
        box.column_last = whole.column_last;
    } else {
        box.column_first = 0;
        box.column_last = whole.column_last;
    }
    const int need_first = std::max(whole.row_first, static_cast<int>(std::floor(low)) - least_rows);
    const int need_last = std::min(whole.row_last, static_cast<int>(std::floor(high)) + least_rows);
    const int span = static_cast<int>(std::floor(high)) - static_cast<int>(std::floor(low)) + 2 * half_rows;
    if (need_first < before.row_first || need_last > before.row_last ||
        before.row_last - before.row_first > span + 6 || before.row_last <= before.row_first) {
        box.row_first = std::max(whole.row_first, static_cast<int>(std::floor(low)) - half_rows);
        box.row_last = std::min(whole.row_last, static_cast<int>(std::floor(high)) + half_rows);
    }
    return box;
}

CellBox relaxing_strip(const CellBox& whole, int turn) {
    const int pitch = strip_rows / 2;
    const int count = std::max(1, (whole.row_last - whole.row_first - strip_rows) / pitch + 1);
    const int first = whole.row_first + turn % count * pitch;
    return {whole.column_first, whole.column_last, first, std::min(whole.row_last, first + strip_rows)};
}

} // namespace tactus::tissue
