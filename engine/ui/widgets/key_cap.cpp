#include "engine/ui/widgets/key_cap.hpp"

#include <algorithm>

namespace tactus::ui {

float key_cap_width(const Canvas& canvas, std::string_view key) {
    return std::max(key_cap_height, canvas.text_width(Face::caption_strong, canvas.key_words(key)) + 12);
}

float key_cap(Canvas& canvas, Vec2 at, std::string_view key, Colour colour) {
    const float width = key_cap_width(canvas, key);
    canvas.fill({at.x, at.y, width, key_cap_height}, colour.at(0.14F), 5);
    canvas.text({at.x + width / 2, at.y + 3}, Face::caption_strong, colour, canvas.key_words(key),
                Align::centre);
    return width;
}

float key_hint(Canvas& canvas, Vec2 at, std::string_view key, std::string_view meaning) {
    const float cap = key_cap(canvas, at, key, canvas.theme().text);
    return cap + 8 + canvas.text({at.x + cap + 8, at.y + 2}, Face::body, canvas.theme().text_second, meaning);
}

void chosen_key_cap(Canvas& canvas, Vec2 at, std::string_view key, Colour colour) {
    const float width = std::max(key_cap_height, canvas.text_width(Face::caption_strong, key) + 12);
    canvas.fill({at.x - width, at.y, width, key_cap_height}, colour.at(0.14F), 5);
    canvas.text({at.x - width / 2, at.y + 3}, Face::caption_strong, colour, key, Align::centre);
}

} // namespace tactus::ui
