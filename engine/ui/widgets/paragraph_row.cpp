#include "engine/ui/widgets/paragraph_row.hpp"

#include "engine/ui/widgets/button.hpp"

#include <algorithm>

namespace tactus::ui {

namespace {

constexpr float side = 18;
constexpr float above = 9;
constexpr float least_height = 38;

} // namespace

float paragraph_row_height(const Canvas& canvas, const ParagraphRow& row, float width) {
    const float inside = width - 2 * side;
    const float second =
        row.second.empty() ? 0 : canvas.paragraph_height(inside, Face::caption, row.second) + 2;
    return std::max(least_height,
                    canvas.paragraph_height(inside, Face::body, row.words) + second + 2 * above);
}

bool paragraph_row(Canvas& canvas, Interaction& interaction, Vec2 at, float width, const ParagraphRow& row,
                   WidgetId id) {
    const Theme& theme = canvas.theme();
    const Rect rect{at.x, at.y, width, paragraph_row_height(canvas, row, width)};
    const bool pressed = row_ground(canvas, interaction, rect, row.chosen, id);
    const float used = canvas.paragraph({rect.x + side, rect.y + above}, width - 2 * side, Face::body,
                                        theme.text, row.words);
    canvas.paragraph({rect.x + side, rect.y + above + used + 2}, width - 2 * side, Face::caption,
                     theme.text_second, row.second);
    return pressed;
}

} // namespace tactus::ui
