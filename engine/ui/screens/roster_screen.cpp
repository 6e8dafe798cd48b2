#include "engine/ui/screens/roster_screen.hpp"

#include "engine/ui/screens/class_page.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "engine/ui/widgets/text_field.hpp"

#include <algorithm>
#include <vector>

namespace tactus::ui {

namespace {

struct RosterLine {
    std::string name;
    std::string second;
};

/// What is wrong, who would be entered, or who is in the class: the first of these that there is.
std::vector<RosterLine> lines_of(const RosterView& view) {
    std::vector<RosterLine> lines;
    for (const Complaint& complaint : view.complaints) {
        lines.push_back({complaint.where + ": " + complaint.what, complaint.mend});
    }
    if (!lines.empty()) {
        return lines;
    }
    for (const exams::RosterEntry& entry : view.looked_at) {
        lines.push_back({entry.name, entry.school_number});
    }
    if (!lines.empty()) {
        return lines;
    }
    for (const records::Member& member : view.members) {
        lines.push_back({member.profile.name, member.school_number});
    }
    return lines;
}

void draw_lines(Canvas& canvas, Interaction& interaction, const RosterView& view, RosterScreen& state,
                const Rect& rect) {
    constexpr float step = 27;
    const Theme& theme = canvas.theme();
    const bool wrong = !view.complaints.empty();
    const std::string title = wrong ? "What has to be mended first"
                              : !view.looked_at.empty()
                                  ? "Would be entered: " + std::to_string(view.looked_at.size())
                                  : "In the class: " + std::to_string(view.members.size());
    canvas.text({rect.x, rect.y}, Face::body_strong, wrong ? theme.amber : theme.teal, title);
    const std::vector<RosterLine> lines = lines_of(view);
    const Rect list{rect.x, rect.y + 30, rect.width, rect.height - 30};
    const int count = static_cast<int>(lines.size());
    const int shown = static_cast<int>(list.height / step);
    turn_rows(interaction, state.first, list, shown, count, true);
    for (int k = state.first; k < std::min(count, state.first + shown); ++k) {
        const RosterLine& line = lines[static_cast<std::size_t>(k)];
        const float y = list.y + step * static_cast<float>(k - state.first);
        const float split = wrong ? 0.56F * rect.width : rect.width - 150;
        canvas.text_within({rect.x, y}, split - 12, Face::body, theme.text, line.name);
        canvas.text_within({rect.x + split, y}, rect.width - split, Face::body, theme.text_second,
                           line.second);
    }
    draw_rows_note(canvas, {rect.right(), rect.y + 2}, state.first, shown, count);
}

} // namespace

void draw_roster_screen(Canvas& canvas, Interaction& interaction, const RosterView& view, RosterScreen& state,
                        Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet =
        draw_class_sheet(canvas, "Students of " + std::string(view.class_name),
                         "One a line: the name, then the school's number, or as a platform exports it.");
    const float left = sheet.x + 40;
    const float top = sheet.y + 110;
    constexpr float width = 330;
    canvas.text({left, top}, Face::body_strong, theme.text, "Paste the class");
    canvas.paragraph(
        {left, top + 26}, width, Face::body, theme.text_second,
        "Copy the rows in your spreadsheet, mail or learning platform, then press Ctrl + V here. "
        "You see who would be entered before anybody is.");
    canvas.text({left, top + 138}, Face::body_strong, theme.text, "or read a CSV file");
    const bool typed = text_field(canvas, interaction, {left, top + 166, width, 44}, state.file,
                                  {.name = "roster file", .hint = "/path/of/the/class.csv", .longest = 400});
    if (typed && !state.file.empty()) {
        ask_class(ask, ReadRoster{state.file});
    }
    if (!interaction.events().pasted.empty()) {
        state.first = 0;
        ask_class(ask, LookAtRoster{interaction.events().pasted});
    }
    const float right = left + width + 46;
    draw_lines(canvas, interaction, view, state,
               {right, top, sheet.right() - 40 - right, sheet.height - 110 - 80});
    if (!view.looked_at.empty() && view.complaints.empty()) {
        const std::string label = "Enter " + std::to_string(view.looked_at.size()) +
                                  (view.looked_at.size() == 1 ? " student" : " students");
        const Rect go{sheet.right() - 40 - 240, sheet.bottom() - 58, 240, 40};
        interaction.prefer(widget_id("enter roster"));
        if (button(canvas, interaction, go, label, {ButtonKind::primary, {}, "enter roster"})) {
            ask_class(ask, EnterRoster{});
        }
    }
    draw_class_foot(canvas, interaction, sheet, Page::classes, view.said, ask);
}

} // namespace tactus::ui
