#pragma once
/// What the colours of the pressure map mean. The renderer's ramp ends at the same pressure.

#include "engine/ui/canvas.hpp"

namespace tactus::ui {

inline constexpr float pressure_map_top_kpa = 10;

inline constexpr float legend_panel_height = 68;

Rect draw_legend_panel(Canvas& canvas, Vec2 at);

} // namespace tactus::ui
