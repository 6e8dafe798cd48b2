#include "engine/ui/screens/class_page.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

namespace tactus::ui {

Rect draw_class_sheet(Canvas& canvas, std::string_view title, std::string_view second) {
    const Rect sheet = centred(canvas, 1120, 640);
    card(canvas, sheet);
    canvas.text_within({sheet.x + 40, sheet.y + 26}, sheet.width - 80, Face::card_title, canvas.theme().text,
                       title);
    canvas.text_within({sheet.x + 40, sheet.y + 64}, sheet.width - 80, Face::body, canvas.theme().text_second,
                       second);
    return sheet;
}

void draw_class_foot(Canvas& canvas, Interaction& interaction, const Rect& sheet, Page back,
                     std::string_view said, Commands& ask) {
    const float foot = sheet.bottom() - 58;
    const bool pressed =
        button(canvas, interaction, {sheet.x + 40, foot, 130, 40}, "Back", {ButtonKind::quiet, "Esc"});
    canvas.text_within({sheet.x + 190, foot + 12}, 430, Face::caption, canvas.theme().text_second, said);
    if (pressed || interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{back});
    }
}

std::string grade_words(const std::optional<double>& grade) { return grade ? rounded(*grade) : "-"; }

} // namespace tactus::ui
