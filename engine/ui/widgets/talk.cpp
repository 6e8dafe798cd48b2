#include "engine/ui/widgets/talk.hpp"

#include <algorithm>
#include <numeric>

namespace tactus::ui {

namespace {

constexpr float inside = 12; ///< from a bubble's edge to its words
constexpr float bubble_gap = 8;
constexpr float widest = 0.78F; ///< of the room, so that the sides are told apart

Face face_of(const Bubble& bubble) { return bubble.own ? Face::body : Face::said; }

Vec2 bubble_size(const Canvas& canvas, const Bubble& bubble, float room) {
    const float most = widest * room - 2 * inside;
    const float width = std::min(most, canvas.text_width(face_of(bubble), bubble.words) + 1);
    return {width + 2 * inside, canvas.paragraph_height(width, face_of(bubble), bubble.words) + 12};
}

} // namespace

float draw_talk(Canvas& canvas, const Rect& rect, std::span<const Bubble> talk, float scrolled) {
    const Theme& theme = canvas.theme();
    const float whole = std::accumulate(talk.begin(), talk.end(), 0.0F, [&](float sum, const Bubble& bubble) {
        return sum + bubble_size(canvas, bubble, rect.width).y + bubble_gap;
    });
    const float most = std::max(0.0F, whole - rect.height);
    // A short talk begins at the top, a long one shows its end.
    float y = rect.y - most + std::clamp(scrolled, 0.0F, most);
    canvas.clip(rect);
    for (const Bubble& bubble : talk) {
        const Vec2 size = bubble_size(canvas, bubble, rect.width);
        const Rect place{bubble.own ? rect.right() - size.x : rect.x, y, size.x, size.y};
        if (place.overlaps(rect)) {
            canvas.fill(place, bubble.own ? theme.teal.at(0.24F) : theme.text.at(0.10F), 11);
            canvas.paragraph({place.x + inside, place.y + 5}, size.x - 2 * inside + 1, face_of(bubble),
                             theme.text, bubble.words);
        }
        y += size.y + bubble_gap;
    }
    canvas.unclip();
    if (most > 0) { // a thumb that shows there is more
        const float length = rect.height * rect.height / whole;
        const float at = (most - std::clamp(scrolled, 0.0F, most)) / most;
        canvas.fill({rect.right() + 4, rect.y + (rect.height - length) * at, 4, length}, theme.text_third, 2);
    }
    return most;
}

} // namespace tactus::ui
