#include "engine/ui/screens/home_screen.hpp"

#include "engine/ui/widgets/button.hpp"

#include <array>

namespace tactus::ui {

namespace {

struct Choice {
    const char* title;
    const char* second;
    Command command;
};

} // namespace

void draw_brand(Canvas& canvas, Vec2 at) {
    const Theme& theme = canvas.theme();
    canvas.dot(at, 13, theme.teal);
    canvas.ring(at, 20, theme.teal, 2.5F);
    canvas.text({at.x + 34, at.y - 17}, Face::card_title, theme.text, "Tactus");
}

void draw_left_shade(Canvas& canvas) {
    const Colour dark{9, 14, 15, 235};
    const Vec2 size = canvas.size();
    const float solid = size.x * 0.16F;
    const float end = size.x * 0.58F;
    canvas.fill({0, 0, solid, size.y}, dark);
    canvas.gradient({solid, 0, end - solid, size.y}, dark, dark.at(0), dark.at(0), dark);
}

void draw_home_screen(Canvas& canvas, Interaction& interaction, std::span<const std::string> notes,
                      Commands& ask) {
    const Theme& theme = canvas.theme();
    draw_left_shade(canvas);
    draw_brand(canvas, {76, 76});
    canvas.text({56, 116}, Face::body, theme.text_second,
                "Trains the hands: pressure, flow, the right place.");

    const std::array choices{
        Choice{"Drills", "A set task of a few minutes, scored at the end", ShowPage{Page::drills}},
        Choice{"Practice", "A free back, no clock, no score", StartPractice{}},
        Choice{"60-second demo", "What visitors see at a stand", StartKiosk{}},
        Choice{"Replays", "Watch your earlier runs", ShowPage{Page::replays}},
        Choice{"Settings", "Text size, contrast, motion, hand, devices", ShowPage{Page::settings}},
        Choice{"Quit", "", Quit{}},
    };
    float y = 168;
    for (const Choice& choice : choices) {
        const bool last = choice.second[0] == '\0';
        const Rect rect{56, y, 360, last ? 44.0F : 60.0F};
        const WidgetId id = widget_id(choice.title);
        interaction.prefer(id);
        if (list_row(canvas, interaction, rect,
                     {.title = choice.title, .second = choice.second, .chosen = interaction.focused(id)},
                     id)) {
            ask(choice.command);
        }
        y += rect.height + 10;
    }
    canvas.text({56, y + 8}, Face::caption, theme.text_second,
                "Arrow keys and Enter, or the mouse.   F1 help");
    y = canvas.size().y - 34 - 20 * static_cast<float>(notes.size());
    for (const std::string& note : notes) {
        canvas.text_within({56, y}, canvas.size().x * 0.45F, Face::caption, theme.text_second, note);
        y += 20;
    }
}

} // namespace tactus::ui
