#pragma once
/// What stands on the client: trigger points that were found or are the step's target, and the force of each
/// hand.

#include "engine/ui/canvas.hpp"
#include "engine/ui/run_view.hpp"

namespace tactus::ui {

void draw_body_markers(Canvas& canvas, const RunView& view);

} // namespace tactus::ui
