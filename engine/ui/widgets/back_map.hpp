#pragma once
/// A back from above, as a person's is, with what of it was worked.

#include "engine/ui/canvas.hpp"
#include "sim/anatomy/skin_grid.hpp"
#include "sim/scoring/task.hpp"

#include <cstdint>
#include <span>

namespace tactus::ui {

/// coverage: 0..255 on the field of 97 x 129, row by row; empty = nothing was worked. zone: outlined; may be
/// null. The head is at the top; the back keeps its own proportions within `rect`.
void back_map(Canvas& canvas, const Rect& rect, const anatomy::SkinGrid& skin,
              std::span<const std::uint8_t> coverage, const scoring::Zone* zone);

/// Share 0..1 of a zone that got its whole dose.
float covered_share(const anatomy::SkinGrid& skin, std::span<const std::uint8_t> coverage,
                    const scoring::Zone& zone);

} // namespace tactus::ui
