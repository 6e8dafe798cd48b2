#include "engine/ui/panels/keys_panel.hpp"

#include "engine/ui/widgets/key_cap.hpp"
#include "engine/ui/widgets/panel.hpp"

namespace tactus::ui {

namespace {

constexpr float hint_gap = 24;

} // namespace

float keys_panel_width(const Canvas& canvas, std::span<const KeyHint> hints) {
    float width = 32 - hint_gap;
    for (const KeyHint& hint : hints) {
        width += key_cap_width(canvas, hint.key) + 8 + canvas.text_width(Face::body, hint.meaning) + hint_gap;
    }
    return width;
}

Rect draw_keys_panel(Canvas& canvas, std::span<const KeyHint> hints, Vec2 bottom_right) {
    const float width = keys_panel_width(canvas, hints);
    const Rect rect =
        canvas.placed({bottom_right.x - width, bottom_right.y - keys_panel_height, width, keys_panel_height});
    panel(canvas, rect);
    float x = rect.x + 16;
    for (const KeyHint& hint : hints) {
        x += key_hint(canvas, {x, rect.y + 12}, hint.key, hint.meaning) + hint_gap;
    }
    return rect;
}

} // namespace tactus::ui
