#include "engine/ui/screens/instructor_screen.hpp"

#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/widgets/button.hpp"

#include <array>

namespace tactus::ui {

std::span<const InstructorEntry> instructor_entries() {
    static const std::array entries{
        InstructorEntry{"Drill editor", "Drills of your own: steps, bands, places on the back",
                        ShowPage{Page::editor_list}},
        InstructorEntry{"Classes and exams", "Rosters, exams that open and close, grades",
                        ShowPage{Page::classes}},
        InstructorEntry{"Review requests", "What students want looked at again", ShowPage{Page::reviews}},
    };
    return entries;
}

void draw_instructor_screen(Canvas& canvas, Interaction& interaction, Commands& ask) {
    constexpr float left = 56;
    constexpr float width = 400;
    constexpr float height = 56;
    draw_left_shade(canvas);
    draw_brand(canvas, {76, 76});
    canvas.text({left, 116}, Face::body, canvas.theme().text_second, "For instructors.");
    float y = 160;
    for (const InstructorEntry& entry : instructor_entries()) {
        const WidgetId id = widget_id(entry.title);
        interaction.prefer(id);
        if (list_row(canvas, interaction, {left, y, width, height},
                     {.title = entry.title, .second = entry.second, .chosen = interaction.focused(id)}, id)) {
            ask(entry.command);
        }
        y += height + 8;
    }
    const bool back = button(canvas, interaction, {left, y + 8, 130, 40}, "Home", {ButtonKind::quiet, "Esc"});
    if (back || interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::home});
    }
}

} // namespace tactus::ui
