#pragma once
/// Top left: which drill, which step, how much time is left, and a word when time is slowed or the run is
/// practice.

#include "engine/ui/canvas.hpp"
#include "engine/ui/run_view.hpp"

namespace tactus::ui {

/// Returns the panel's rectangle.
Rect draw_header_panel(Canvas& canvas, const RunView& view, Vec2 at);

} // namespace tactus::ui
