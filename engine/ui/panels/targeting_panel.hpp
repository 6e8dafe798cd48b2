#pragma once
/// Trigger-point work: how far the hand is from the point, and how long the hold has lasted.

#include "engine/ui/canvas.hpp"
#include "engine/ui/run_view.hpp"

namespace tactus::ui {

/// Draws nothing and returns an empty rectangle when the step has no trigger point.
Rect draw_targeting_panel(Canvas& canvas, const RunView& view, Vec2 at);

} // namespace tactus::ui
