#include "engine/ui/widgets/marker.hpp"

#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <array>

namespace tactus::ui {

namespace {

float arrow_length(float force_n) { return std::min(3 * force_n, 200.0F) + 20; }

/// Its shaft is hatched when it is not whole.
void draw_arrow(Canvas& canvas, Vec2 tail, Vec2 tip, bool whole) {
    const Theme& theme = canvas.theme();
    const Vec2 along = glm::normalize(tip - tail);
    const Vec2 across(-along.y, along.x);
    const Vec2 neck = tip - along * 18.0F;
    constexpr float width = 4.2F;
    canvas.line(tail + Vec2(1.5F), neck + Vec2(1.5F), Colour{0, 0, 0, 90}, width);
    if (whole) {
        canvas.line(tail, neck, theme.text, width);
    } else {
        const float length = glm::length(neck - tail);
        for (float at = 0; at < length - 1; at += 9) {
            canvas.line(tail + along * at, tail + along * std::min(at + 5, length), theme.text, width);
        }
    }
    canvas.triangle(tip - along * 20.0F - across * 9.0F, tip - along * 20.0F + across * 9.0F, tip,
                    theme.text);
}

void draw_newtons(Canvas& canvas, Vec2 at, float force_n, Align align) {
    const std::string figure = rounded(force_n) + " N";
    canvas.text(at + Vec2(1), Face::body_strong, Colour{0, 0, 0, 150}, figure, align);
    canvas.text(at, Face::body_strong, canvas.theme().text, figure, align);
}

} // namespace

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

void force_arrow(Canvas& canvas, Vec2 tip, float force_n, bool in_range, Beside beside, Vec2 way) {
    const Vec2 tail = tip - way * arrow_length(force_n);
    draw_arrow(canvas, tail, tip, in_range);
    const bool left = beside == Beside::left;
    draw_newtons(canvas, tail + Vec2(left ? -14 : 14, 0), force_n, left ? Align::right : Align::left);
}

void pull_arrow(Canvas& canvas, Vec2 tail, Vec2 way, float force_n, bool in_range) {
    const Vec2 tip = tail + glm::normalize(way) * arrow_length(force_n);
    draw_arrow(canvas, tail, tip, in_range);
    const bool left = way.x < 0;
    draw_newtons(canvas, tip + Vec2(left ? -14 : 14, -10), force_n, left ? Align::right : Align::left);
}

void touch_rings(Canvas& canvas, Vec2 at, float phase) {
    const Colour white = canvas.theme().text;
    for (const auto& [size, share] : {std::pair{34.0F, 0.8F}, {56.0F, 0.45F}, {80.0F, 0.2F}}) {
        canvas.ring(at, size * (1 + 0.08F * phase), white.at(share), 2.4F);
    }
}

} // namespace tactus::ui
