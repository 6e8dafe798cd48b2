#include "engine/ui/widgets/panel.hpp"

#include <algorithm>

namespace tactus::ui {

void panel(Canvas& canvas, const Rect& rect, float corner) {
    canvas.glass(rect, corner);
    canvas.fill(rect, canvas.theme().ink, corner);
    canvas.outline(rect, canvas.theme().edge, corner, 1);
}

void card(Canvas& canvas, const Rect& rect) {
    canvas.fill({0, 0, canvas.size().x, canvas.size().y}, canvas.theme().dim);
    canvas.fill(rect, canvas.theme().card, card_radius);
    canvas.outline(rect, canvas.theme().edge, card_radius, 1);
}

Rect centred(const Canvas& canvas, float width, float height) {
    const float w = std::min(width, canvas.size().x - 2 * margin);
    const float h = std::min(height, canvas.size().y - 2 * margin);
    return {(canvas.size().x - w) / 2, (canvas.size().y - h) / 2, w, h};
}

void label_value(Canvas& canvas, Vec2 at, float width, std::string_view label, std::string_view value) {
    canvas.text(at, Face::body, canvas.theme().text_second, label);
    canvas.text({at.x + width, at.y}, Face::body_strong, canvas.theme().text, value, Align::right);
}

} // namespace tactus::ui
