#pragma once
/// Bottom right: the three keys that matter most now.

#include "engine/ui/canvas.hpp"

#include <span>
#include <string_view>

namespace tactus::ui {

struct KeyHint {
    std::string_view key;
    std::string_view meaning;
};

float keys_panel_width(const Canvas& canvas, std::span<const KeyHint> hints);

inline constexpr float keys_panel_height = 46;

Rect draw_keys_panel(Canvas& canvas, std::span<const KeyHint> hints, Vec2 bottom_right);

} // namespace tactus::ui
