#include "engine/ui/panels/coach_panel.hpp"

#include "engine/ui/widgets/panel.hpp"

namespace tactus::ui {

Rect draw_coach_panel(Canvas& canvas, std::string_view sentence, Vec2 at) {
    constexpr float width = 232;
    const float words = canvas.paragraph_height(width - 2 * padding, Face::body, sentence);
    const Rect rect{at.x, at.y, width, words + 48};
    panel(canvas, rect);
    canvas.text({rect.x + padding, rect.y + 12}, Face::body_strong, canvas.theme().teal, "Coach");
    canvas.paragraph({rect.x + padding, rect.y + 34}, width - 2 * padding, Face::body, canvas.theme().text,
                     sentence);
    return rect;
}

} // namespace tactus::ui
