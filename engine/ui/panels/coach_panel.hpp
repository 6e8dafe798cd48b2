#pragma once
/// One sentence of advice.

#include "engine/ui/canvas.hpp"

#include <string_view>

namespace tactus::ui {

float coach_panel_height(const Canvas& canvas, std::string_view sentence, float width);

Rect draw_coach_panel(Canvas& canvas, std::string_view sentence, Vec2 at, float width);

} // namespace tactus::ui
