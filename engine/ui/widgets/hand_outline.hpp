#pragma once
/// The outline of an open right hand, fingers up: where to touch.

#include "engine/ui/canvas.hpp"

namespace tactus::ui {

/// height: from the heel to the tip of the middle finger, logical pixels; about three quarters as wide.
void hand_outline(Canvas& canvas, Vec2 middle, float height, Colour colour, float thickness);

} // namespace tactus::ui
