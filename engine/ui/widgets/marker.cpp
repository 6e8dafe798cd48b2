#include "engine/ui/widgets/marker.hpp"

#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <array>

namespace tactus::ui {

void point_marker(Canvas& canvas, Vec2 at, PointSign sign) {
    const Theme& theme = canvas.theme();
    switch (sign) {
    case PointSign::active:
        canvas.ring(at, 13, theme.amber, 2.5F);
        for (const Vec2& way : {Vec2(1, 0), Vec2(-1, 0), Vec2(0, 1), Vec2(0, -1)}) {
            canvas.line(at + 9.0F * way, at + 19.0F * way, theme.amber, 2.5F);
        }
        break;
    case PointSign::latent:
        canvas.ring(at, 9, theme.text.at(0.86F), 2);
        canvas.dot(at, 2.5F, theme.text.at(0.86F));
        break;
    case PointSign::treated:
        canvas.dot(at, 12, theme.teal);
        canvas.polyline(std::array{at + Vec2(-5, 0), at + Vec2(-1.5F, 4), at + Vec2(5.5F, -4.5F)},
                        Colour{13, 20, 22, 255}, 2.5F);
        break;
    }
}

void point_label(Canvas& canvas, Vec2 at, Vec2 toward, std::string_view name, std::string_view state) {
    const Theme& theme = canvas.theme();
    const float width =
        std::max(canvas.text_width(Face::body_strong, name), canvas.text_width(Face::caption, state)) + 28;
    const bool right = toward.x >= at.x;
    const Rect rect{right ? toward.x : toward.x - width, toward.y - 24, width, 48};
    canvas.line(at + glm::normalize(toward - at) * 19.0F, toward, theme.text.at(0.8F), 1.4F);
    panel(canvas, rect, 9);
    canvas.text({rect.x + 14, rect.y + 6}, Face::body_strong, theme.text, name);
    canvas.text({rect.x + 14, rect.y + 26}, Face::caption, theme.amber, state);
}

void force_arrow(Canvas& canvas, Vec2 tip, float force_n, bool in_range, Beside beside) {
    const Theme& theme = canvas.theme();
    const float length = std::min(3 * force_n, 200.0F) + 20;
    const Vec2 tail = tip - Vec2(0, length);
    const Colour shade{0, 0, 0, 90};
    canvas.line(tail + Vec2(1.5F, 1.5F), tip + Vec2(1.5F, -16.5F), shade, 4.2F);
    if (in_range) {
        canvas.line(tail, tip - Vec2(0, 18), theme.text, 4.2F);
    } else {
        for (float y = tail.y; y < tip.y - 20; y += 9) { // hatched
            canvas.line({tip.x, y}, {tip.x, std::min(y + 5, tip.y - 19)}, theme.text, 4.2F);
        }
    }
    canvas.triangle(tip + Vec2(-9, -20), tip + Vec2(9, -20), tip, theme.text);
    const std::string figure = rounded(force_n) + " N";
    const bool left = beside == Beside::left;
    const Vec2 at = tail + Vec2(left ? -14 : 14, 0);
    const Align align = left ? Align::right : Align::left;
    canvas.text(at + Vec2(1), Face::body_strong, Colour{0, 0, 0, 150}, figure, align);
    canvas.text(at, Face::body_strong, theme.text, figure, align);
}

void touch_rings(Canvas& canvas, Vec2 at, float phase) {
    const Colour white = canvas.theme().text;
    for (const auto& [size, share] : {std::pair{34.0F, 0.8F}, {56.0F, 0.45F}, {80.0F, 0.2F}}) {
        canvas.ring(at, size * (1 + 0.08F * phase), white.at(share), 2.4F);
    }
}

} // namespace tactus::ui
