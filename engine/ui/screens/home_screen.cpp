#include "engine/ui/screens/home_screen.hpp"

#include "engine/ui/progress_words.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/initials.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tactus::ui {

namespace {

struct Choice {
    const char* title;
    const char* second;
    Command command;
};

void draw_home_choice(Canvas& canvas, Interaction& interaction, const Rect& rect, const Choice& choice,
                      Commands& ask) {
    const WidgetId id = widget_id(choice.title);
    interaction.prefer(id);
    if (list_row(canvas, interaction, rect,
                 {.title = choice.title, .second = choice.second, .chosen = interaction.focused(id)}, id)) {
        ask(choice.command);
    }
}

/// Top right: who practises; pressed, it asks who.
void draw_student(Canvas& canvas, Interaction& interaction, std::string_view student, Commands& ask) {
    const Theme& theme = canvas.theme();
    const std::string_view name = student.empty() ? "Guest" : student;
    const std::string_view change = "Change";
    const float aside = canvas.text_width(Face::caption_strong, change);
    const float room = std::min(canvas.text_width(Face::body_strong, name), 240.0F);
    const float width = 64 + room + 18 + aside + padding;
    const Rect rect{canvas.size().x - margin - width, margin, width, 56};
    const WidgetId id = widget_id("student");
    const bool pressed = interaction.pressable(id, rect);
    panel(canvas, rect);
    initials_disc(canvas, {rect.x + 34, rect.middle().y}, 18, student.empty() ? "G" : initials(student),
                  !student.empty());
    canvas.text_within({rect.x + 64, rect.middle().y - 10}, room, Face::body_strong, theme.text, name);
    canvas.text({rect.right() - padding, rect.middle().y - 8}, Face::caption_strong,
                interaction.hovered(rect) ? theme.text : theme.teal, change, Align::right);
    if (interaction.focused(id) && interaction.focus_visible()) {
        focus_ring(canvas, rect, radius);
    }
    if (pressed) {
        ask(ShowPage{Page::students});
    }
}

/// Below who practises: exams that are open. Returns where they end.
float draw_exams(Canvas& canvas, Interaction& interaction, std::span<const OpenExamRow> exams,
                 Commands& ask) {
    constexpr std::size_t most = 2;
    constexpr float width = 320;
    const float top = margin + 56 + gap;
    if (exams.empty()) {
        return top;
    }
    const std::size_t shown = std::min(exams.size(), most);
    const Rect rect{canvas.size().x - margin - width, top, width, 54 + 64 * static_cast<float>(shown)};
    panel(canvas, rect);
    canvas.text({rect.x + padding, rect.y + 13}, Face::body_strong, canvas.theme().amber, "Exam");
    float y = rect.y + 44;
    for (const OpenExamRow& row : exams.last(shown)) { // the newest
        const WidgetId id = widget_id("exam " + row.exam);
        if (list_row(canvas, interaction, {rect.x + 10, y, width - 20, 58},
                     {.title = row.title, .second = row.second, .chosen = interaction.focused(id)}, id) &&
            row.left > 0) {
            ask(TakeExam{row.exam});
        }
        y += 64;
    }
    return rect.bottom() + gap;
}

/// Below that: what is due today.
void draw_due(Canvas& canvas, Interaction& interaction, std::span<const DueTest> due, float top,
              Commands& ask) {
    constexpr std::size_t most = 3;
    if (due.empty()) {
        return;
    }
    constexpr float width = 320;
    const std::size_t shown = std::min(due.size(), most);
    const float more = due.size() > shown ? 24 : 0;
    const Rect rect{canvas.size().x - margin - width, top, width,
                    48 + 64 * static_cast<float>(shown) + more + 6};
    panel(canvas, rect);
    canvas.text({rect.x + padding, rect.y + 13}, Face::body_strong, canvas.theme().teal, "Due today");
    float y = rect.y + 44;
    for (const DueTest& test : due.first(shown)) {
        const WidgetId id = widget_id("due " + test.drill);
        const std::string second =
            "without feedback" + (test.days_late > 0 ? ", " + due_words(test.days_late) : std::string());
        if (list_row(canvas, interaction, {rect.x + 10, y, width - 20, 58},
                     {.title = test.name, .second = second, .chosen = interaction.focused(id)}, id)) {
            ask(ChooseDrill{test.drill, test.client, drills::Feedback::none});
        }
        y += 64;
    }
    if (more > 0) {
        canvas.text({rect.x + padding, y}, Face::caption, canvas.theme().text_second,
                    std::to_string(due.size() - shown) + " more under Progress");
    }
}

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

void draw_home_screen(Canvas& canvas, Interaction& interaction, const HomeView& view, Commands& ask) {
    const Theme& theme = canvas.theme();
    draw_left_shade(canvas);
    draw_brand(canvas, {76, 76});
    canvas.text({56, 116}, Face::body, theme.text_second,
                "Trains the hands: pressure, flow, the right place.");

    // Two that most people want, then pairs.
    const std::array wide{
        Choice{"Drills", "A set task of a few minutes, scored at the end", ShowPage{Page::drills}},
        Choice{"Practice", "A free back, no clock, no score", StartPractice{}},
    };
    const std::array pairs{
        Choice{"Progress", "How you get on", ShowPage{Page::progress}},
        Choice{"Replays", "Your earlier runs", ShowPage{Page::replays}},
        Choice{"Clients", "Who can lie down", ShowPage{Page::clients}},
        Choice{"Atlas", "To look things up", ShowPage{Page::atlas}},
        Choice{"Weeks of care", "Plan visits over weeks", ShowPage{Page::plan}},
        Choice{"60-second demo", "As at a stand", StartKiosk{}},
        Choice{"Settings", "Sound, keys, devices", ShowPage{Page::settings}},
        Choice{"Instructor", "Drills of your own", ShowPage{Page::instructor}},
    };
    if (!view.due.empty()) { // what waits is the first thing to do
        interaction.prefer(widget_id("due " + view.due.front().drill));
    }
    constexpr float width = 400;
    constexpr float height = 56;
    constexpr float half = (width - 8) / 2;
    float y = 160;
    for (const Choice& choice : wide) {
        draw_home_choice(canvas, interaction, {56, y, width, height}, choice, ask);
        y += height + 8;
    }
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        draw_home_choice(canvas, interaction, {k % 2 == 0 ? 56 : 64 + half, y, half, height}, pairs[k], ask);
        y += k % 2 == 0 ? 0 : height + 8;
    }
    draw_student(canvas, interaction, view.student, ask);
    draw_due(canvas, interaction, view.due, draw_exams(canvas, interaction, view.exams, ask), ask);
    // The last of the screen's targets, so that Shift + Tab from the first leads here.
    draw_home_choice(canvas, interaction, {pairs.size() % 2 == 0 ? 56 : 64 + half, y, half, height},
                     {"Quit", "", Quit{}}, ask);
    canvas.text({56, y + height + 14}, Face::caption, theme.text_second,
                "Arrow keys and Enter, or the mouse.   F1 help");
    y = canvas.size().y - 34 - 20 * static_cast<float>(view.notes.size());
    for (const std::string& note : view.notes) {
        canvas.text_within({56, y}, canvas.size().x * 0.45F, Face::caption, theme.text_second, note);
        y += 20;
    }
}

} // namespace tactus::ui
