#include "engine/ui/panels/coach_panel.hpp"

#include "engine/ui/widgets/panel.hpp"

namespace tactus::ui {

float coach_panel_height(const Canvas& canvas, std::string_view sentence, float width) {
    return canvas.paragraph_height(width - 2 * padding, Face::body, sentence) + 48;
}

Rect draw_coach_panel(Canvas& canvas, std::string_view sentence, Vec2 at, float width) {
    const Rect rect = canvas.placed({at.x, at.y, width, coach_panel_height(canvas, sentence, width)});
    panel(canvas, rect);
    canvas.text({rect.x + padding, rect.y + 12}, Face::body_strong, canvas.theme().teal, "Coach");
    canvas.paragraph({rect.x + padding, rect.y + 34}, width - 2 * padding, Face::body, canvas.theme().text,
                     sentence);
    return rect;
}

} // namespace tactus::ui
