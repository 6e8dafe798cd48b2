#include "engine/ui/panels/caption_panel.hpp"

#include "engine/ui/panels/client_panel.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <string>

namespace tactus::ui {

namespace {

constexpr float caption_height = 34;
constexpr float caption_sign_width = 24;
constexpr float side_column_width = 232;
constexpr float lowest_for_a_line = 560;

/// A loudspeaker with one wave: the line tells a sound, not an order.
void loudspeaker(Canvas& canvas, Vec2 at, Colour colour) {
    canvas.fill({at.x - 8, at.y - 3, 5, 6}, colour, 1);
    canvas.triangle({at.x - 6, at.y}, {at.x + 1, at.y - 7}, {at.x + 1, at.y + 7}, colour);
    canvas.arc({at.x + 1, at.y}, 6, {-50, 50}, colour, 1.6F);
}

} // namespace

void draw_caption_panel(Canvas& canvas, std::string_view words, float lift) {
    if (words.empty()) {
        return;
    }
    // In a low window the columns beside the client reach down as far.
    const bool low = canvas.size().y < lowest_for_a_line;
    const float room = canvas.size().x - 2 * (low ? margin + side_column_width + gap / 2 : margin);
    const float width = std::min(room, canvas.text_width(Face::body, words) + caption_sign_width + 32);
    const float inside = width - caption_sign_width - 28;
    const float more =
        low ? canvas.paragraph_height(inside, Face::body, words) - Canvas::line_height(Face::body) : 0;
    const float bottom = canvas.size().y - margin - client_panel_height - gap / 2 - lift;
    const Rect rect{(canvas.size().x - width) / 2, bottom - caption_height - more, width,
                    caption_height + more};
    panel(canvas, rect, caption_height / 2);
    loudspeaker(canvas, {rect.x + 22, rect.middle().y}, canvas.theme().text_second);
    if (low) {
        canvas.paragraph({rect.x + 14 + caption_sign_width, rect.y + 8}, inside, Face::body,
                         canvas.theme().text, words);
    } else {
        canvas.text_within({rect.x + 14 + caption_sign_width, rect.y + 8}, inside, Face::body,
                           canvas.theme().text, words);
    }
}

void draw_latched_panel(Canvas& canvas, std::string_view words) {
    if (words.empty()) {
        return;
    }
    const std::string line = "stays on: " + std::string(words);
    const float width = canvas.text_width(Face::body_strong, line) + 32;
    const Rect rect{(canvas.size().x - width) / 2, margin, width, caption_height};
    panel(canvas, rect, caption_height / 2);
    canvas.text({rect.x + 16, rect.y + 8}, Face::body_strong, canvas.theme().text, line);
}

} // namespace tactus::ui
