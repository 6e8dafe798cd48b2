#pragma once
/// Aim: how far the hand is from the point or place and how long it has held there, how far a joint is bent,
/// how many knots were marked.

#include "engine/ui/canvas.hpp"
#include "engine/ui/run_view.hpp"

namespace tactus::ui {

/// True for a step that the panel has something to say on.
bool aims_at_a_place(const scoring::Task& task);

/// Draws nothing and returns an empty rectangle for any other step.
Rect draw_targeting_panel(Canvas& canvas, const RunView& view, Vec2 at);

} // namespace tactus::ui
