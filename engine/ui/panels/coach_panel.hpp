#pragma once
/// One sentence of advice.

#include "engine/ui/canvas.hpp"

#include <string_view>

namespace tactus::ui {

Rect draw_coach_panel(Canvas& canvas, std::string_view sentence, Vec2 at);

} // namespace tactus::ui
