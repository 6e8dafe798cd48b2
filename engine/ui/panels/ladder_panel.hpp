#pragma once
/// On which rung a student stands, and how the last pass was.

#include "engine/ui/canvas.hpp"
#include "sim/drills/ladder.hpp"

namespace tactus::ui {

inline constexpr float ladder_least_height = 144;

/// Above `floor`, which leaves it its least height: the rungs are as high as there is room.
Rect draw_ladder_panel(Canvas& canvas, const drills::LadderState& ladder, Vec2 at, float floor);

} // namespace tactus::ui
