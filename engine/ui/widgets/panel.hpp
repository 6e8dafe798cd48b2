#pragma once
/// The dark ground that words stand on, and rows of label and value.

#include "engine/ui/canvas.hpp"

#include <string_view>

namespace tactus::ui {

void panel(Canvas& canvas, const Rect& rect, float corner = radius);

/// A centred sheet over the dimmed scene.
void card(Canvas& canvas, const Rect& rect);

/// A rectangle of that size in the middle of the screen, shrunk to leave a margin.
Rect centred(const Canvas& canvas, float width, float height);

/// Label at the left, value at the right, on one line of `width`.
void label_value(Canvas& canvas, Vec2 at, float width, std::string_view label, std::string_view value);

} // namespace tactus::ui
