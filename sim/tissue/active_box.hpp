#pragma once
/// Which part of the coarse lattice is solved this step, and which strip of the rest relaxes.

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

/// Keeps 12 rows to either side of every tool, moving only when a tool has come within 9 of an end. Columns
/// in multiples of 16. Unchanged when no tool is there.
CellBox choose_box(const CellBox& whole, const CellBox& before, const ToolPlaces& tools);

/// Strips of all columns that overlap by half, in turn.
CellBox relaxing_strip(const CellBox& whole, int turn);

} // namespace tactus::tissue
