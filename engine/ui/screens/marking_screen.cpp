#include "engine/ui/screens/marking_screen.hpp"

#include "engine/ui/screens/class_page.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/choice_button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "engine/ui/widgets/text_field.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace tactus::ui {

namespace {

using exams::Mark;
using exams::MarkKind;

void say(Commands& ask, const MarkingView& view, Mark mark) {
    mark.exam = view.exam.id;
    mark.profile = view.profile;
    ask_class(ask, SayMarks{.marks = {std::move(mark)}});
}

/// One row of the sheet: not looked at yet, done or not done.
void draw_seen_row(Canvas& canvas, Interaction& interaction, const MarkingView& view,
                   std::string_view attempt, int row, const Rect& rect, Commands& ask) {
    const Theme& theme = canvas.theme();
    const exams::SeenRow& seen = view.exam.seen[static_cast<std::size_t>(row)];
    const Mark* mark = exams::newest(view.marks, MarkKind::seen, attempt, row);
    const bool done = mark != nullptr && mark->value > 0;
    const float buttons = seen.critical ? 92 : 116;
    const Colour colour = mark == nullptr && !seen.critical ? theme.text : theme.text_second;
    const float width = rect.width - buttons - 10;
    const float height = canvas.paragraph_height(width, Face::caption, seen.words);
    if (height <= rect.height) { // a sheet with many rows has room for one line of each
        canvas.paragraph({rect.x, rect.y + (rect.height - 4 - height) / 2}, width, Face::caption, colour,
                         seen.words);
    } else {
        canvas.text_within({rect.x, rect.y + 7}, width, Face::caption, colour, seen.words);
    }
    const auto tick = [&](const char* label, float x, float wide, double value, bool chosen) {
        const Rect place{rect.right() - buttons + x, rect.y, wide, rect.height - 4};
        const WidgetId id = widget_id(std::string(label) + std::to_string(row));
        const bool pressed = interaction.pressable(id, place);
        const Colour accent = seen.critical && chosen ? theme.orange : theme.teal;
        canvas.fill(place,
                    chosen ? accent.at(0.28F) : theme.text.at(interaction.hovered(place) ? 0.16F : 0.08F), 7);
        control_edge(canvas, place, 7);
        if (interaction.focused(id) && interaction.focus_visible()) {
            focus_ring(canvas, place, 7);
        }
        canvas.text({place.middle().x, place.middle().y - 8}, Face::caption_strong,
                    chosen ? theme.text : theme.text_second, label, Align::centre);
        if (pressed) {
            say(ask, view,
                {.attempt = std::string(attempt), .kind = MarkKind::seen, .row = row, .value = value});
        }
    };
    if (seen.critical) {
        tick(done ? "Happened" : "No stop", 0, buttons, done ? 0 : 1, done);
    } else {
        tick("Yes", 0, 54, 1, done);
        tick("No", 62, 54, 0, mark != nullptr && !done);
    }
}

void draw_sheet(Canvas& canvas, Interaction& interaction, const MarkingView& view,
                const exams::AttemptGrade& grade, const Rect& rect, Commands& ask) {
    const Theme& theme = canvas.theme();
    canvas.text({rect.x, rect.y}, Face::body_strong, theme.teal, "Seen");
    const std::string marks =
        grade.seen ? rounded(*grade.seen) : std::to_string(grade.rows_missing) + " to tick";
    canvas.text({rect.right(), rect.y - 2}, Face::title, theme.text, view.exam.seen.empty() ? "" : marks,
                Align::right);
    if (view.exam.seen.empty()) {
        canvas.text({rect.x, rect.y + 30}, Face::body, theme.text_second, "This exam has nothing to tick.");
    }
    const float step =
        std::min(40.0F, rect.height / static_cast<float>(std::max<std::size_t>(1, view.exam.seen.size())));
    for (std::size_t row = 0; row < view.exam.seen.size(); ++row) {
        draw_seen_row(canvas, interaction, view, grade.attempt, static_cast<int>(row),
                      {rect.x, rect.y + 28 + step * static_cast<float>(row), rect.width, step}, ask);
    }
}

/// The impression as a whole; pressing one says it, with the comment that stands below.
void draw_rating(Canvas& canvas, Interaction& interaction, const MarkingView& view,
                 const exams::AttemptGrade& grade, MarkingScreen& state, const Rect& rect, Commands& ask) {
    constexpr std::array ratings{std::pair{"Clear fail", exams::Rating::clear_fail},
                                 std::pair{"Borderline", exams::Rating::borderline},
                                 std::pair{"Clear pass", exams::Rating::clear_pass}};
    canvas.text({rect.x, rect.y}, Face::body_strong, canvas.theme().teal, "As a whole");
    const float width = (rect.width + 8) / 3 - 8;
    float x = rect.x;
    for (const auto& [label, rating] : ratings) {
        if (choice_button(canvas, interaction, {x, rect.y + 26, width, 38}, label, grade.rating == rating)) {
            say(ask, view,
                {.attempt = grade.attempt,
                 .kind = MarkKind::rating,
                 .value = static_cast<double>(rating),
                 .words = std::exchange(state.comment, {})});
        }
        x += width + 8;
    }
    const bool sent =
        text_field(canvas, interaction, {rect.x, rect.y + 72, rect.width, 38}, state.comment,
                   {.name = "comment", .hint = "A comment: Enter, or with the rating", .longest = 200});
    if (sent && !state.comment.empty()) {
        say(ask, view,
            {.attempt = grade.attempt, .kind = MarkKind::comment, .words = std::exchange(state.comment, {})});
    }
}

/// What was typed as a grade; NaN, which is refused with a sentence, where it is no number.
double typed_grade(const std::string& text) {
    double grade = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), grade);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole ? grade : std::numeric_limits<double>::quiet_NaN();
}

void draw_override(Canvas& canvas, Interaction& interaction, const MarkingView& view, MarkingScreen& state,
                   const Rect& rect, Commands& ask) {
    const Theme& theme = canvas.theme();
    const exams::Standing& standing = view.standing;
    canvas.text({rect.x, rect.y}, Face::body_strong, theme.teal, "Grade");
    const std::string outcome = !standing.final_grade ? "" : standing.passed ? ", pass" : ", fail";
    canvas.text({rect.right(), rect.y - 2}, Face::title, standing.passed ? theme.text : theme.amber,
                grade_words(standing.final_grade) + outcome, Align::right);
    text_field(canvas, interaction, {rect.x, rect.y + 26, 78, 38}, state.grade,
               {.name = "set grade", .hint = "0-100", .longest = 6});
    const bool sent =
        text_field(canvas, interaction, {rect.x + 86, rect.y + 26, rect.width - 86 - 88, 38}, state.reason,
                   {.name = "reason", .hint = "Why it is set by hand", .longest = 200});
    if (button(canvas, interaction, {rect.right() - 80, rect.y + 26, 80, 38}, "Set",
               {ButtonKind::quiet, {}, {}}) ||
        sent) {
        say(ask, view,
            {.kind = MarkKind::override_grade, .value = typed_grade(state.grade), .words = state.reason});
        state.grade.clear();
        state.reason.clear();
    }
}

void draw_trail(Canvas& canvas, Interaction& interaction, const MarkingView& view, MarkingScreen& state,
                const Rect& rect) {
    constexpr float step = 36;
    const Theme& theme = canvas.theme();
    canvas.text({rect.x, rect.y}, Face::body_strong, theme.teal, "What was said");
    const int count = static_cast<int>(view.marks.size());
    const int shown = static_cast<int>((rect.height - 28) / step);
    turn_rows(interaction, state.first_event, rect, shown, count, true);
    for (int k = state.first_event; k < std::min(count, state.first_event + shown); ++k) {
        const Mark& mark = view.marks[static_cast<std::size_t>(count - 1 - k)];
        const float y = rect.y + 28 + step * static_cast<float>(k - state.first_event);
        canvas.text_within({rect.x, y}, rect.width, Face::caption,
                           mark.undone ? theme.text_third : theme.text,
                           exams::mark_words(mark) + (mark.undone ? " (taken back)" : ""));
        canvas.text_within({rect.x, y + 16}, rect.width, Face::caption, theme.text_third, mark.who);
    }
    if (count == 0) {
        canvas.text({rect.x, rect.y + 28}, Face::caption, theme.text_second, "Nothing yet.");
    }
    draw_rows_note(canvas, {rect.right(), rect.y + 2}, state.first_event, shown, count);
}

void draw_attempt_choice(Canvas& canvas, Interaction& interaction, const MarkingView& view,
                         MarkingScreen& state, const Rect& sheet) {
    const std::size_t count = view.attempts.size();
    float x = sheet.right() - 40 - 104 * static_cast<float>(count);
    for (std::size_t k = 0; count > 1 && k < count; ++k) {
        const std::string label = "Attempt " + std::to_string(k + 1);
        if (choice_button(canvas, interaction, {x + 8, sheet.y + 26, 96, 36}, label, state.attempt == k)) {
            state.attempt = k;
        }
        x += 104;
    }
}

void draw_columns(Canvas& canvas, Interaction& interaction, const MarkingView& view, MarkingScreen& state,
                  const Rect& rect, Commands& ask) {
    const float width = (rect.width - 2 * 32) / 3;
    const exams::AttemptGrade& grade = view.standing.attempts[state.attempt];
    draw_measured(canvas, interaction, view, view.attempts[state.attempt], state,
                  {rect.x, rect.y, width, rect.height}, ask);
    const float middle = rect.x + width + 32;
    draw_sheet(canvas, interaction, view, grade, {middle, rect.y, width, rect.height - 160}, ask);
    draw_rating(canvas, interaction, view, grade, state, {middle, rect.bottom() - 116, width, 0}, ask);
    const float right = middle + width + 32;
    draw_override(canvas, interaction, view, state, {right, rect.y, width, 0}, ask);
    draw_trail(canvas, interaction, view, state, {right, rect.y + 86, width, rect.height - 86});
}

void draw_marking_deeds(Canvas& canvas, Interaction& interaction, const MarkingView& view, const Rect& sheet,
                        Commands& ask) {
    const devices::InputEvents& events = interaction.events();
    const float foot = sheet.bottom() - 58;
    const Rect approve{sheet.right() - 40 - 190, foot, 190, 40};
    const Mark approval{
        .exam = view.exam.id, .profile = std::string(view.profile), .kind = MarkKind::approve};
    const bool pressed = button(canvas, interaction, approve, "Approve, next", {ButtonKind::primary, {}, {}});
    if ((pressed || events.struck_with_control(devices::Key::enter)) && view.standing.final_grade) {
        ask_class(ask, SayMarks{.marks = {approval}, .then_next = true});
    }
    if (button(canvas, interaction, {approve.x - 10 - 110, foot, 110, 40}, "Report",
               {ButtonKind::quiet, {}, {}})) {
        ask_class(ask, WriteExamReport{view.exam.id, std::string(view.student)});
    }
    const Rect grant{approve.x - 20 - 110 - 160, foot, 160, 40};
    if (button(canvas, interaction, grant, "One more attempt", {ButtonKind::quiet, {}, {}})) {
        ask_class(ask, SayMarks{.marks = {{.exam = view.exam.id,
                                           .profile = std::string(view.profile),
                                           .kind = MarkKind::grant,
                                           .value = 1,
                                           .words = "granted by the instructor"}}});
    }
    if (events.struck_with_control(devices::key_of('z'))) {
        ask_class(ask, UndoMarks{view.exam.id});
    }
}

} // namespace

void draw_marking_screen(Canvas& canvas, Interaction& interaction, const MarkingView& view,
                         MarkingScreen& state, Commands& ask) {
    const Rect sheet =
        draw_class_sheet(canvas, view.student,
                         view.exam.title + "     frozen #" + view.exam.frozen_hash.substr(0, 4) + "     " +
                             std::string(exams::stage_words(view.standing.stage)) +
                             "     Ctrl + Enter approves, Ctrl + Z takes back");
    const Rect columns{sheet.x + 40, sheet.y + 100, sheet.width - 80, sheet.height - 100 - 74};
    if (view.attempts.empty()) {
        canvas.text({columns.x, columns.y}, Face::body, canvas.theme().text_second,
                    "Nothing was handed in yet; a grade can be set by hand all the same.");
        const float width = (columns.width - 64) / 3;
        const float right = columns.right() - width;
        draw_override(canvas, interaction, view, state, {right, columns.y + 40, width, 0}, ask);
        draw_trail(canvas, interaction, view, state, {right, columns.y + 126, width, columns.height - 126});
    } else {
        state.attempt = std::min(state.attempt, view.attempts.size() - 1);
        draw_attempt_choice(canvas, interaction, view, state, sheet);
        draw_columns(canvas, interaction, view, state, columns, ask);
    }
    draw_marking_deeds(canvas, interaction, view, sheet, ask);
    draw_class_foot(canvas, interaction, sheet, Page::gradebook, view.said, ask);
}

} // namespace tactus::ui
