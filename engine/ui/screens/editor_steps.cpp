/// The table of steps, and what changes their number and order.

#include "engine/ui/screens/editor_parts.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "sim/drills/step_edits.hpp"

#include <algorithm>
#include <array>

namespace tactus::ui {

namespace {

constexpr float steps_head_height = 20;
constexpr float steps_row_step = 31;
constexpr float steps_row_height = 28;
constexpr float buttons_height = 30;

/// Left edges of the columns, from that of the table.
struct StepColumn {
    std::string_view title;
    float from, to;
};

constexpr std::array<StepColumn, 6> step_columns{{{"", 12, 34},
                                                  {"Step", 34, 220},
                                                  {"Work", 226, 288},
                                                  {"Force", 292, 366},
                                                  {"Time", 370, 416},
                                                  {"Where", 420, 552}}};

bool has_fault(const EditorView& view, std::size_t step) {
    return std::ranges::find(view.faults, std::optional(step), &drills::Fault::step) != view.faults.end();
}

void draw_step_row(const EditorFrame& frame, std::size_t step, const Rect& row) {
    const drills::Step& shown = frame.edit.drill.steps[step];
    const Theme& theme = frame.canvas.theme();
    if (row_ground(frame.canvas, frame.interaction, row, frame.editor.step == step,
                   widget_id("step row " + std::to_string(step)))) {
        frame.editor.step = step;
    }
    const bool fault = has_fault(frame.view, step);
    const std::array<std::string, 6> cells{std::to_string(step + 1) + (fault ? "!" : ""),
                                           shown.name,
                                           std::string(work_words(scoring::work_of(shown.task))),
                                           force_words(shown.task),
                                           clock_time(shown.duration_s),
                                           where_words(shown.task)};
    for (std::size_t k = 0; k < cells.size(); ++k) {
        frame.canvas.text_within({row.x + step_columns[k].from, row.y + 6},
                                 step_columns[k].to - step_columns[k].from,
                                 k == 1 ? Face::caption_strong : Face::caption,
                                 k == 0 && fault ? theme.amber
                                 : k == 1        ? theme.text
                                                 : theme.text_second,
                                 cells[k]);
    }
}

void draw_step_buttons(const EditorFrame& frame, const Rect& rect) {
    constexpr std::array<Chip, 7> row{Chip{"+ Strokes"}, Chip{"+ Point"}, Chip{"+ Beats"}, Chip{"Copy"},
                                      Chip{"Delete"},    Chip{"Up"},      Chip{"Down"}};
    const auto pressed = chips(frame, rect, row);
    if (!pressed) {
        return;
    }
    drills::Drill& drill = frame.edit.drill;
    std::size_t& step = frame.editor.step;
    switch (*pressed) {
    case 0:
    case 1:
    case 2:
        step = drills::add_step(drill, step, drills::new_step(static_cast<drills::Beginning>(*pressed)));
        frame.edit.what = "a new step";
        break;
    case 3:
        step = drills::copy_step(drill, step);
        frame.edit.what = "a copied step";
        break;
    case 4:
        step = drills::remove_step(drill, step);
        frame.edit.what = "a deleted step";
        break;
    default:
        step = drills::move_step(drill, step, *pressed == 5 ? -1 : 1);
        frame.edit.what = "the order";
        break;
    }
}

} // namespace

void draw_step_table(const EditorFrame& frame, const Rect& rect) {
    const Theme& theme = frame.canvas.theme();
    const float list_height = rect.height - steps_head_height - buttons_height - 4;
    const int shown =
        std::max(1, static_cast<int>((list_height + steps_row_step - steps_row_height) / steps_row_step));
    const int count = static_cast<int>(frame.edit.drill.steps.size());
    for (const StepColumn& column : step_columns) {
        frame.canvas.text({rect.x + column.from, rect.y}, Face::caption, theme.text_third, column.title);
    }
    const Rect list{rect.x, rect.y + steps_head_height, rect.width, list_height};
    Editor& editor = frame.editor;
    const std::size_t before = editor.step;
    turn_rows(frame.interaction, editor.first_step, list, shown, count, false);
    if (count > shown) {
        frame.canvas.text({rect.right(), rect.y}, Face::caption, theme.text_second,
                          "of " + std::to_string(count) + ", wheel", Align::right);
    }
    for (int k = editor.first_step; k < std::min(count, editor.first_step + shown); ++k) {
        draw_step_row(frame, static_cast<std::size_t>(k),
                      {list.x, list.y + steps_row_step * static_cast<float>(k - editor.first_step),
                       list.width, steps_row_height});
    }
    draw_step_buttons(frame, {rect.x, rect.bottom() - buttons_height, rect.width, buttons_height});
    if (editor.step != before) { // what was chosen, added or moved stays in sight
        const int at = static_cast<int>(editor.step);
        editor.first_step = std::clamp(editor.first_step, at - shown + 1, at);
    }
}

} // namespace tactus::ui
