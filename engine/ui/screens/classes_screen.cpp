#include "engine/ui/screens/classes_screen.hpp"

#include "engine/ui/screens/class_page.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "engine/ui/widgets/text_field.hpp"

#include <algorithm>
#include <utility>

namespace tactus::ui {

namespace {

constexpr float classes_row_step = 60;

void draw_list(Canvas& canvas, Interaction& interaction, const ClassesView& view, ClassesScreen& state,
               const Rect& rect, Commands& ask) {
    const int shown = static_cast<int>((rect.height - 56) / classes_row_step);
    const int count = static_cast<int>(view.classes.size());
    turn_rows(interaction, state.first, rect, shown, count, false);
    for (int k = state.first; k < std::min(count, state.first + shown); ++k) {
        const records::Class& one = view.classes[static_cast<std::size_t>(k)];
        const std::string second =
            std::to_string(one.members) + (one.members == 1 ? " student" : " students");
        const bool chosen = view.chosen != nullptr && view.chosen->id == one.id;
        if (list_row(canvas, interaction,
                     {rect.x, rect.y + classes_row_step * static_cast<float>(k - state.first), rect.width,
                      classes_row_step - 8},
                     {.title = one.name, .second = second, .chosen = chosen}, widget_id("class " + one.id))) {
            ask_class(ask, ChooseClass{one.id});
        }
    }
    if (text_field(canvas, interaction, {rect.x, rect.bottom() - 44, rect.width, 44}, state.new_class,
                   {.name = "new class", .hint = "New class, as 2B"}) &&
        !state.new_class.empty()) {
        ask_class(ask, MakeClass{std::exchange(state.new_class, {})});
    }
}

/// Closes or opens an exam; the row itself opens its grades.
void draw_exam(Canvas& canvas, Interaction& interaction, const ClassesView& view, std::size_t k,
               const Rect& rect, Commands& ask) {
    const exams::Exam& exam = view.grades.exams[k];
    const exams::Done done = exams::done_of(view.grades, k);
    const std::string_view state = exams::state_words(exam, view.now_unix_s);
    const std::string second = exam.drill_name + "     frozen #" + exam.frozen_hash.substr(0, 4) + "     " +
                               std::to_string(done.handed_in) + " of " + std::to_string(done.all) +
                               " handed in, " + std::to_string(done.approved) + " approved";
    const Rect row{rect.x, rect.y, rect.width - 120, rect.height};
    if (list_row(canvas, interaction, row, {.title = exam.title, .second = second, .aside = state},
                 widget_id("exam " + exam.id))) {
        ask(ShowPage{Page::gradebook});
    }
    const bool open = !exam.closed_by_hand;
    if (button(canvas, interaction, {row.right() + 10, rect.y + 6, 110, 40}, open ? "Close" : "Reopen",
               {.kind = ButtonKind::quiet, .key = {}, .id = "close " + exam.id})) {
        ask_class(ask, SetExamOpen{exam.id, !open});
    }
}

void draw_chosen(Canvas& canvas, Interaction& interaction, const ClassesView& view, ClassesScreen& state,
                 const Rect& rect, Commands& ask) {
    const Theme& theme = canvas.theme();
    if (view.chosen == nullptr) {
        canvas.paragraph(
            {rect.x, rect.y + 8}, rect.width, Face::body, theme.text_second,
            "No class yet. Type its name below at the left and press Enter; then paste its students.");
        return;
    }
    canvas.text_within({rect.x, rect.y - 2}, rect.width, Face::title, theme.text, view.chosen->name);
    float x = rect.x;
    const auto choice = [&](const char* label, float width, ButtonKind kind) {
        const bool pressed = button(canvas, interaction, {x, rect.y + 32, width, 40}, label, {kind, {}, {}});
        x += width + 10;
        return pressed;
    };
    const bool empty = view.chosen->members == 0;
    if (choice("Students", 150, empty ? ButtonKind::primary : ButtonKind::quiet)) {
        ask(ShowPage{Page::roster});
    }
    if (!empty &&
        choice("New exam", 150, view.grades.exams.empty() ? ButtonKind::primary : ButtonKind::quiet)) {
        ask(ShowPage{Page::exam_order});
    }
    if (!view.grades.exams.empty() && choice("Gradebook", 150, ButtonKind::primary)) {
        ask(ShowPage{Page::gradebook});
    }
    const Rect list{rect.x, rect.y + 92, rect.width, rect.height - 92};
    const int shown = static_cast<int>(list.height / classes_row_step);
    const int count = static_cast<int>(view.grades.exams.size());
    turn_rows(interaction, state.first_exam, list, shown, count, false);
    for (int k = state.first_exam; k < std::min(count, state.first_exam + shown); ++k) {
        const std::size_t newest_first = view.grades.exams.size() - 1 - static_cast<std::size_t>(k);
        draw_exam(canvas, interaction, view, newest_first,
                  {list.x, list.y + classes_row_step * static_cast<float>(k - state.first_exam), list.width,
                   classes_row_step - 8},
                  ask);
    }
    if (count == 0) {
        canvas.text_within({list.x, list.y}, list.width, Face::body, theme.text_second,
                           empty ? "Nobody is in it yet: paste its students." : "No exam yet.");
    }
}

} // namespace

void draw_classes_screen(Canvas& canvas, Interaction& interaction, const ClassesView& view,
                         ClassesScreen& state, Commands& ask) {
    const Rect sheet = draw_class_sheet(canvas, "Classes and exams",
                                        "Everything that you say here is kept with your name and the time.");
    const float top = sheet.y + 104;
    const float height = sheet.height - 104 - 76;
    draw_list(canvas, interaction, view, state, {sheet.x + 40, top, 290, height}, ask);
    draw_chosen(canvas, interaction, view, state, {sheet.x + 366, top, sheet.width - 406, height}, ask);
    const float foot = sheet.bottom() - 58;
    const Rect name{sheet.right() - 40 - 330, foot, 330, 40};
    canvas.text({name.x - 12, foot + 11}, Face::body, canvas.theme().text_second, "You are", Align::right);
    text_field(canvas, interaction, name, state.who,
               {.name = "instructor", .hint = "your name, for the records"});
    if (state.who != view.who) {
        ask_class(ask, NameInstructor{state.who});
    }
    draw_class_foot(canvas, interaction, sheet, Page::instructor, view.said, ask);
}

} // namespace tactus::ui
