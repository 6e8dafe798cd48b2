#pragma once
/// What stands on the client: trigger points that were found or are the step's target, and the force of each
/// hand.

#include "engine/ui/canvas.hpp"
#include "engine/ui/run_view.hpp"

namespace tactus::ui {

/// The ways that the step's strokes take, on either side of the spine.
void draw_ways(Canvas& canvas, const RunView& view);

void draw_body_markers(Canvas& canvas, const RunView& view);

} // namespace tactus::ui
