#pragma once
/// Which part of the coarse lattice is solved this step, and which tile of the rest relaxes.

#include "sim/contact/tool.hpp"
#include "sim/tissue/grid.hpp"

#include <array>
#include <optional>

namespace tactus::tissue {

/// A tool's centre on the coarse lattice, in cells.
struct ToolPlace {
    float column;
    float row;
    bool broad; ///< a palm, whose edge may lie 90 mm from its centre
};

using ToolPlaces = std::array<std::optional<ToolPlace>, contact::side_count>;

/// Keeps 11 rows to either side of a broad tool and 9.5 of a narrow one, moving only when a tool has come
/// within 9 or 8 of an end. Columns in multiples of 16. Unchanged when no tool is there.
CellBox choose_box(const CellBox& whole, const CellBox& before, const ToolPlaces& tools);

/// Tiles of 8 rows and at most 48 columns that overlap by half, in turn. Their size does not grow with the
/// lattice: a larger resting back takes longer to settle and costs no more a step.
CellBox relaxing_tile(const CellBox& whole, int turn);

} // namespace tactus::tissue
