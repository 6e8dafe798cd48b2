#include "engine/ui/screens/gradebook_screen.hpp"

#include "engine/ui/screens/class_page.hpp"
#include "engine/ui/screens/students_screen.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/choice_button.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "engine/ui/widgets/text_field.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace tactus::ui {

namespace {

using exams::Stage;
using Show = GradebookScreen::Show;

constexpr float grade_row_step = 44;
constexpr float grade_name_width = 270;
constexpr std::size_t columns_shown = 5;

bool waits(const exams::Standing& standing) {
    return standing.stage == Stage::to_mark || standing.stage == Stage::review_asked;
}

bool shown_by(Show show, const exams::Standing& standing) {
    switch (show) {
    case Show::all:
        return true;
    case Show::needs_me:
        return waits(standing);
    case Show::not_started:
        return standing.stage == Stage::not_started;
    case Show::approved:
        return standing.stage == Stage::approved;
    }
    return true;
}

/// What can be approved at one press: nothing is missing and nothing is asked.
bool ready(const exams::Standing& standing) {
    return standing.stage == Stage::to_mark && standing.final_grade.has_value();
}

using GradeRows = std::vector<const exams::GradebookRow*>;

GradeRows rows_of(const GradebookView& view, const GradebookScreen& state) {
    GradeRows rows;
    for (const exams::GradebookRow& row : view.grades.rows) {
        if (name_holds(row.name, state.sought) && shown_by(state.show, row.standings[state.column])) {
            rows.push_back(&row);
        }
    }
    return rows;
}

WidgetId cell_id(const exams::GradebookRow& row, const exams::Exam& exam) {
    return widget_id(row.profile + " " + exam.id);
}

exams::Mark approval(const exams::GradebookRow& row, const exams::Exam& exam) {
    return {.exam = exam.id, .profile = row.profile, .kind = exams::MarkKind::approve};
}

/// A sign beside the words, so that a stage is not told by colour alone: a ring that fills.
void draw_stage(Canvas& canvas, Vec2 at, Stage stage) {
    const Theme& theme = canvas.theme();
    switch (stage) {
    case Stage::not_started:
        canvas.ring(at, 6, theme.text_third, 1.4F);
        break;
    case Stage::under_way:
        canvas.arc(at, 6, {-90, 90}, theme.text_second, 3);
        break;
    case Stage::to_mark:
        canvas.ring(at, 6, theme.amber, 2.4F);
        break;
    case Stage::review_asked:
        canvas.ring(at, 6, theme.amber, 2.4F);
        canvas.text(at + Vec2(0, -9), Face::caption_strong, theme.amber, "?", Align::centre);
        break;
    case Stage::approved:
        canvas.dot(at, 6, theme.teal);
        break;
    }
}

void draw_cell(Canvas& canvas, Interaction& interaction, const exams::GradebookRow& row,
               const exams::Exam& exam, const exams::Standing& standing, const Rect& rect, Commands& ask) {
    const Theme& theme = canvas.theme();
    const WidgetId id = cell_id(row, exam);
    interaction.prefer(id);
    if (row_ground(canvas, interaction, rect, interaction.focused(id), id)) {
        ask_class(ask, MarkExam{exam.id, row.profile});
    }
    draw_stage(canvas, {rect.x + 20, rect.middle().y}, standing.stage);
    canvas.text_within({rect.x + 36, rect.middle().y - 8}, rect.width - 84, Face::caption, theme.text_second,
                       exams::stage_words(standing.stage));
    const bool failed = standing.final_grade && !standing.passed;
    canvas.text({rect.right() - 12, rect.middle().y - 10}, Face::body_strong,
                failed ? theme.orange : theme.text,
                grade_words(standing.final_grade) + (standing.overridden ? "*" : ""), Align::right);
}

/// Share handed in, and of it approved, for the exam that has the focus.
void draw_donut(Canvas& canvas, const exams::Done& done, Vec2 centre) {
    const Theme& theme = canvas.theme();
    const auto share = [&](int count) {
        return 360.0F * static_cast<float>(count) / static_cast<float>(std::max(1, done.all));
    };
    canvas.arc(centre, 24, {-90, 270}, theme.track, 8);
    if (done.handed_in > 0) {
        canvas.arc(centre, 24, {-90, -90 + share(done.handed_in)}, theme.text_third, 8);
    }
    if (done.approved > 0) {
        canvas.arc(centre, 24, {-90, -90 + share(done.approved)}, theme.teal, 8);
    }
    canvas.text({centre.x - 40, centre.y - 18}, Face::body_strong, theme.text,
                std::to_string(done.approved) + " of " + std::to_string(done.all) + " approved",
                Align::right);
    canvas.text({centre.x - 40, centre.y + 3}, Face::caption, theme.text_second,
                std::to_string(done.handed_in) + " handed in", Align::right);
}

void draw_filters(Canvas& canvas, Interaction& interaction, GradebookScreen& state, const Rect& rect) {
    constexpr std::array choices{std::pair{"All", Show::all}, std::pair{"Needs me", Show::needs_me},
                                 std::pair{"Not started", Show::not_started},
                                 std::pair{"Approved", Show::approved}};
    text_field(canvas, interaction, {rect.x, rect.y, grade_name_width, 40}, state.sought,
               {.name = "sought name", .hint = "Type a part of a name", .takes_without_focus = true});
    float x = rect.x + grade_name_width + 14;
    for (const auto& [label, show] : choices) {
        if (choice_button(canvas, interaction, {x, rect.y, 112, 40}, label, state.show == show)) {
            state.show = show;
            state.first = 0;
        }
        x += 120;
    }
}

struct Grid {
    GradeRows rows;
    std::size_t begin = 0; ///< exam at the left
    std::size_t end = 0;
    Rect rect;
    int shown = 0;
};

Grid grid_of(const GradebookView& view, GradebookScreen& state, const Rect& rect) {
    const std::size_t count = view.grades.exams.size();
    state.column = std::min(state.column, count - 1);
    Grid grid{.rows = rows_of(view, state), .rect = rect};
    const std::size_t right = std::max(state.column + 1, std::min(columns_shown, count));
    grid.begin = right > columns_shown ? right - columns_shown : 0;
    grid.end = std::min(count, grid.begin + columns_shown);
    grid.shown = std::max(1, static_cast<int>((rect.height - 30) / grade_row_step));
    return grid;
}

void draw_grid(Canvas& canvas, Interaction& interaction, const GradebookView& view, const Grid& grid,
               GradebookScreen& state, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect& rect = grid.rect;
    const float width =
        std::min(240.0F, (rect.width - grade_name_width - 14) / static_cast<float>(grid.end - grid.begin));
    for (std::size_t k = grid.begin; k < grid.end; ++k) {
        const float x = rect.x + grade_name_width + 14 + width * static_cast<float>(k - grid.begin);
        canvas.text_within({x + 4, rect.y}, width - 16, Face::caption_strong,
                           k == state.column ? theme.teal : theme.text_second, view.grades.exams[k].title);
    }
    const int count = static_cast<int>(grid.rows.size());
    turn_rows(interaction, state.first, rect, grid.shown, count, true);
    for (int r = state.first; r < std::min(count, state.first + grid.shown); ++r) {
        const exams::GradebookRow& row = *grid.rows[static_cast<std::size_t>(r)];
        const float y = rect.y + 28 + grade_row_step * static_cast<float>(r - state.first);
        canvas.text_within({rect.x, y + 2}, grade_name_width, Face::body_strong, theme.text, row.name);
        canvas.text_within({rect.x, y + 21}, grade_name_width, Face::caption, theme.text_third,
                           row.school_number);
        for (std::size_t k = grid.begin; k < grid.end; ++k) {
            const float x = rect.x + grade_name_width + 14 + width * static_cast<float>(k - grid.begin);
            draw_cell(canvas, interaction, row, view.grades.exams[k], row.standings[k],
                      {x, y, width - 8, grade_row_step - 5}, ask);
            state.column = interaction.focused(cell_id(row, view.grades.exams[k])) ? k : state.column;
        }
    }
    draw_rows_note(canvas, {rect.right(), rect.y}, state.first, grid.shown, count);
    if (count == 0) {
        canvas.text({rect.x, rect.y + 40}, Face::body, theme.text_second,
                    "Nobody is left by that name and filter.");
    }
}

/// The student whose cell has the focus is approved; on to the next whose exam waits.
void approve_and_next(Interaction& interaction, const GradebookView& view, const Grid& grid,
                      GradebookScreen& state, Commands& ask) {
    const exams::Exam& exam = view.grades.exams[state.column];
    const auto at = std::ranges::find_if(
        grid.rows, [&](const auto* row) { return interaction.focused(cell_id(*row, exam)); });
    if (at == grid.rows.end()) {
        return;
    }
    if (ready((*at)->standings[state.column])) {
        ask_class(ask, SayMarks{.marks = {approval(**at, exam)}});
    }
    const auto next = std::find_if(at + 1, grid.rows.end(),
                                   [&](const auto* row) { return waits(row->standings[state.column]); });
    if (next != grid.rows.end()) {
        const int row = static_cast<int>(next - grid.rows.begin());
        state.first = std::clamp(state.first, row - grid.shown + 1, row);
        interaction.move_to(cell_id(**next, exam));
    }
}

void draw_grade_deeds(Canvas& canvas, Interaction& interaction, const GradebookView& view, const Grid& grid,
                      const GradebookScreen& state, const Rect& sheet, Commands& ask) {
    const exams::Exam& exam = view.grades.exams[state.column];
    std::vector<exams::Mark> all;
    for (const exams::GradebookRow* row : grid.rows) {
        if (ready(row->standings[state.column])) {
            all.push_back(approval(*row, exam));
        }
    }
    const float foot = sheet.bottom() - 58;
    float x = sheet.right() - 40;
    const auto deed = [&](const std::string& label, float width, ButtonKind kind) {
        x -= width;
        const bool pressed = button(canvas, interaction, {x, foot, width, 40}, label, {kind, {}, {}});
        x -= 10;
        return pressed;
    };
    if (deed("Write CSV", 120, ButtonKind::quiet)) {
        ask_class(ask, WriteGradebook{});
    }
    if (deed("Report", 110, ButtonKind::quiet)) {
        ask_class(ask, WriteExamReport{exam.id, {}});
    }
    if (!all.empty() && deed("Approve all " + std::to_string(all.size()), 160, ButtonKind::primary)) {
        ask_class(ask, SayMarks{.marks = all});
    }
}

} // namespace

void draw_gradebook_screen(Canvas& canvas, Interaction& interaction, const GradebookView& view,
                           GradebookScreen& state, Commands& ask) {
    const Rect sheet = draw_class_sheet(
        canvas, "Gradebook of " + view.grades.class_name,
        "Enter opens, Ctrl + Enter approves and goes on, Ctrl + Z takes the last back. A star: set by hand.");
    if (view.grades.exams.empty()) {
        canvas.text({sheet.x + 40, sheet.y + 120}, Face::body, canvas.theme().text_second,
                    "No exam yet: open one on the class page.");
        draw_class_foot(canvas, interaction, sheet, Page::classes, view.said, ask);
        return;
    }
    draw_filters(canvas, interaction, state, {sheet.x + 40, sheet.y + 98, 0, 0});
    const Grid grid =
        grid_of(view, state, {sheet.x + 40, sheet.y + 152, sheet.width - 80, sheet.height - 152 - 76});
    draw_grid(canvas, interaction, view, grid, state, ask);
    draw_donut(canvas, exams::done_of(view.grades, state.column), {sheet.right() - 70, sheet.y + 58});
    if (interaction.events().struck_with_control(devices::Key::enter)) {
        approve_and_next(interaction, view, grid, state, ask);
    }
    if (interaction.events().struck_with_control(devices::key_of('z'))) {
        ask_class(ask, UndoMarks{view.grades.exams[state.column].id});
    }
    draw_grade_deeds(canvas, interaction, view, grid, state, sheet, ask);
    draw_class_foot(canvas, interaction, sheet, Page::classes, view.said, ask);
}

} // namespace tactus::ui
