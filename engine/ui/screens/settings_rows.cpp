#include "engine/ui/screens/settings_rows.hpp"

#include "engine/ui/widgets/button.hpp"

namespace tactus::ui {

Rect SettingsRows::next() {
    const Rect rect{area_.x, y_, area_.width, settings_row_height};
    y_ += settings_row_step;
    return rect;
}

void SettingsRows::choice(std::string_view title, std::string_view second, bool& value, std::string_view yes,
                          std::string_view no) {
    const Rect rect = next();
    if (list_row(*canvas_, *interaction_, rect,
                 {.title = title, .second = {}, .aside = value ? yes : no, .chosen = value},
                 widget_id(title))) {
        value = !value;
    }
    const float left = rect.x + 18 + canvas_->text_width(Face::body_strong, title) + 14;
    const float room = rect.right() - 70 - left;
    canvas_->text_within({left, rect.y + 13}, room, Face::caption, canvas_->theme().text_second, second);
}

void SettingsRows::number(Stepper row, int& value) {
    row.value = value;
    if (const auto wanted = stepper(*canvas_, *interaction_, next(), row)) {
        value = *wanted;
    }
}

void SettingsRows::note(std::string_view words) {
    canvas_->text_within({area_.x + 2, y_ + 2}, area_.width - 4, Face::caption, canvas_->theme().text_second,
                         words);
    y_ += 20;
}

} // namespace tactus::ui
