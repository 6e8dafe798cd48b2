#pragma once
/// What stands on the client: trigger points that were found or are the step's target, and the force of each
/// hand.

#include "engine/ui/canvas.hpp"
#include "engine/ui/run_view.hpp"

#include <optional>

namespace tactus::ui {

/// Logical pixels of a place in the room; none where it lies behind the camera.
std::optional<Vec2> on_screen(const Canvas& canvas, const RunView& view, Vec3 place);

/// The ways that the step's strokes take, on either side of the spine.
void draw_ways(Canvas& canvas, const RunView& view);

void draw_body_markers(Canvas& canvas, const RunView& view);

} // namespace tactus::ui
