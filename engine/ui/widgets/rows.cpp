#include "engine/ui/widgets/rows.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace tactus::ui {

void turn_rows(const Interaction& interaction, int& first, const Rect& list, int shown, int count,
               bool keys) {
    const devices::InputEvents& events = interaction.events();
    const bool hovered = interaction.hovered(list);
    if (hovered || keys) {
        first += events.struck(devices::Key::page_down) ? shown : 0;
        first -= events.struck(devices::Key::page_up) ? shown : 0;
    }
    first -= hovered ? static_cast<int>(std::lround(events.wheel)) : 0;
    first = std::clamp(first, 0, std::max(0, count - shown));
}

void draw_rows_note(Canvas& canvas, Vec2 right_top, int first, int shown, int count) {
    if (count > shown) {
        canvas.text(right_top, Face::caption, canvas.theme().text_second,
                    std::to_string(first + 1) + "-" + std::to_string(std::min(count, first + shown)) +
                        " of " + std::to_string(count) + ", wheel or Page keys",
                    Align::right);
    }
}

} // namespace tactus::ui
