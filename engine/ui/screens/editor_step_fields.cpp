/// What the step that is looked at asks for, a tab for each kind of thing.

#include "engine/ui/feedback_words.hpp"
#include "engine/ui/screens/editor_parts.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/stepper.hpp"
#include "sim/authoring/number_text.hpp"
#include "sim/drills/placing.hpp"
#include "sim/drills/step_edits.hpp"
#include "sim/scoring/band_credit.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::ui {

namespace {

using scoring::Band;
using scoring::Task;

constexpr float field_row_height = 36;
constexpr float field_row_gap = 5;

/// The pressure levels of facts 2.1, of the tools that the step allows.
std::vector<AxisSpan> levels_of(const Task& task) {
    const bool narrow = !task.tools.empty() && std::ranges::none_of(task.tools, contact::broad);
    if (narrow) {
        return {{"light", 2, 8}, {"medium", 8, 20}, {"firm", 20, 45}};
    }
    return {{"very light", 2, 8}, {"light", 8, 20}, {"medium", 20, 45}, {"firm", 45, 90}};
}

/// From the top down, a row each.
class FieldRows {
public:
    explicit FieldRows(const Rect& rect) : rest_(rect) {}

    Rect next(float height = field_row_height) {
        const Rect row{rest_.x, rest_.y, rest_.width, height};
        rest_.y += height + field_row_gap;
        rest_.height -= height + field_row_gap;
        return row;
    }

    [[nodiscard]] const Rect& rest() const { return rest_; }

private:
    Rect rest_;
};

/// A band in SI shown in the unit of the file; per_si: units of the file in one of SI. True when it was
/// edited.
bool band_row(const EditorFrame& frame, const Rect& rect, std::optional<Band>& band, float per_si, Band usual,
              BandAxis axis, std::string_view key) {
    axis.trouble = frame.trouble(key, true);
    std::optional<Band> shown;
    if (band) {
        shown = Band{band->low * per_si, band->high * per_si};
        if (per_si != 1) { // 0.16 m/s is 16 cm/s, not 15.9999
            shown = Band{std::round(shown->low * 1000) / 1000, std::round(shown->high * 1000) / 1000};
        }
    }
    if (!optional_band_axis(frame.canvas, frame.interaction, rect, shown, usual, axis, frame.editor.grab)) {
        return false;
    }
    band = shown ? std::optional(Band{shown->low / per_si, shown->high / per_si}) : std::nullopt;
    frame.edit.what = axis.name;
    return true;
}

void number_row(const EditorFrame& frame, const Rect& rect, const Stepper& row, float& value,
                float per_si = 1) {
    Stepper shown = row;
    shown.value = static_cast<int>(std::lround(value * per_si));
    if (const auto wanted = stepper(frame.canvas, frame.interaction, rect, shown)) {
        value = static_cast<float>(*wanted) / per_si;
        frame.edit.what = row.title;
    }
}

void draw_words_tab(const EditorFrame& frame, const Rect& rect) {
    drills::Step& step = frame.step();
    FieldRows rows(rect);
    edited_text(frame, rows.next(38), step.name, "name", "Name of the step", true);
    edited_text(frame, rows.next(38), step.instruction, "instruction", "One sentence that the student reads",
                true);
    auto duration_s = static_cast<float>(step.duration_s);
    number_row(frame, rows.next(40),
               {.title = "Time", .value = 0, .low = 5, .high = 600, .step = 5, .unit = " s"}, duration_s);
    if (static_cast<double>(duration_s) != step.duration_s) {
        step.duration_s = static_cast<double>(duration_s);
    }
    std::array<Chip, 5> row{Chip{"As the drill", !step.feedback}};
    for (std::size_t k = 0; k < 4; ++k) {
        const auto level = static_cast<drills::Feedback>(k);
        row[k + 1] = {feedback_title(level), step.feedback == level};
    }
    const Rect line = rows.next(30);
    note_line(frame, {line.x, line.y + 7}, 70, "Feedback");
    if (const auto pressed = chips(frame, {line.x + 72, line.y, line.width - 72, 30}, row)) {
        step.feedback =
            *pressed == 0 ? std::nullopt : std::optional(static_cast<drills::Feedback>(*pressed - 1));
        frame.edit.what = "the feedback";
    }
}

void draw_force_tab(const EditorFrame& frame, const Rect& rect) {
    Task& task = frame.step().task;
    BandAxis axis{.name = "Force", .unit = "N", .low = 0.5F, .high = 150};
    axis.references = levels_of(task);
    for (const drills::ForceLimit& limit : frame.view.limits) {
        axis.limits.push_back({.words = limit.place + " " + authoring::number_text(limit.force_n) + " N" +
                                        (limit.critical ? ", fails" : ""),
                               .at = limit.force_n,
                               .critical = limit.critical});
    }
    if (task.force_n) {
        axis.curve = [band = *task.force_n, &rubric = frame.view.rubric](float force_n) {
            return static_cast<float>(scoring::band_credit(static_cast<double>(force_n), band, rubric));
        };
    }
    constexpr float low_rows = 2 * (34 + field_row_gap);
    FieldRows rows(rect);
    band_row(frame, rows.next(std::max(tall_axis, rect.height - low_rows - field_row_gap)), task.force_n, 1,
             {20, 45}, std::move(axis), "force_n");
    band_row(frame, rows.next(34), task.return_force_n, 1, {0.5F, 6},
             {.name = "Way back", .unit = "N", .low = 0.1F, .high = 100}, "return_force_n");
    band_row(frame, rows.next(34), task.discomfort, 1, {4, 7},
             {.name = "Client feels", .unit = "of 10", .low = 0, .high = 10, .logarithmic = false},
             "discomfort");
}

void draw_pace_tab(const EditorFrame& frame, const Rect& rect) {
    Task& task = frame.step().task;
    FieldRows rows(rect);
    band_row(frame, rows.next(34), task.speed_m_s, 100, {10, 16},
             {.name = "Speed", .unit = "cm/s", .low = 0.5F, .high = 100}, "speed_cm_s");
    band_row(frame, rows.next(34), task.strokes_per_min, 1, {8, 12},
             {.name = "Strokes", .unit = "a min", .low = 1, .high = 120}, "strokes_per_min");
    band_row(frame, rows.next(34), task.beat_hz, 1, {0.5F, 1},
             {.name = "Beats", .unit = "a s", .low = 0.1F, .high = 20}, "beat_hz");
    band_row(frame, rows.next(34), task.sweep_m, 1000, {20, 40},
             {.name = "Beat's width", .unit = "mm", .low = 1, .high = 300}, "sweep_mm");
    constexpr std::array<std::string_view, 6> ways{"Any way",        "To the head",  "To the feet",
                                                   "From the spine", "Along fibres", "Across fibres"};
    std::array<Chip, ways.size()> row{};
    for (std::size_t k = 0; k < ways.size(); ++k) {
        row[k] = {ways[k], task.direction == static_cast<scoring::Direction>(k)};
    }
    if (const auto pressed = chips(frame, rows.next(28), row)) {
        task.direction = static_cast<scoring::Direction>(*pressed);
        frame.edit.what = "the direction";
    }
}

void draw_hold_fields(const EditorFrame& frame, FieldRows& rows, Task& task) {
    std::optional<Band> hold;
    if (task.hold_s > 0) {
        hold.emplace(Band{task.hold_s, std::max(task.hold_s, task.hold_max_s)});
    }
    if (band_row(frame, rows.next(34), hold, 1, {20, 40},
                 {.name = "Hold", .unit = "s", .low = 1, .high = 300}, "hold_s")) {
        const Band wanted = hold.value_or(Band{});
        task.hold_s = wanted.low;
        task.hold_max_s = wanted.high;
    }
    if (task.hold_s > 0 || task.hold_discomfort) {
        band_row(frame, rows.next(34), task.hold_discomfort, 1, {5.5F, 7.5F},
                 {.name = "Client feels", .unit = "of 10", .low = 0, .high = 10, .logarithmic = false},
                 "hold_discomfort");
    }
}

void draw_zone_fields(const EditorFrame& frame, FieldRows& rows, Task& task) {
    constexpr std::array<std::string_view, 3> sides{"Left", "Right", "Both sides"};
    std::array<Chip, sides.size()> row{};
    for (std::size_t k = 0; k < sides.size(); ++k) {
        row[k] = {sides[k], task.zone->sides == static_cast<scoring::Zone::Sides>(k)};
    }
    if (const auto pressed = chips(frame, rows.next(30), row)) {
        task.zone->sides = static_cast<scoring::Zone::Sides>(*pressed);
        frame.edit.what = "the side";
    }
    number_row(frame, rows.next(38),
               {.title = "Counts as covered", .value = 0, .low = 0, .high = 30, .step = 1, .unit = " kPa s"},
               task.dose_min_pa_s, 0.001F);
    auto knots = static_cast<float>(task.points_to_mark);
    number_row(frame, rows.next(38),
               {.title = "Knots to be marked", .value = 0, .low = 0, .high = 12, .step = 1, .unit = ""},
               knots);
    task.points_to_mark = static_cast<int>(knots);
}

void draw_where_tab(const EditorFrame& frame, const Rect& rect) {
    Task& task = frame.step().task;
    FieldRows rows(rect);
    const Rect head = rows.next(22);
    const std::string where = where_words(task);
    note_line(frame, {head.x, head.y + 2}, head.width - 110,
              where.empty()
                  ? "Anywhere. Press on the back to say where: a point, a zone or a path."
                  : where + (frame.trouble("", true).empty() ? std::string()
                                                             : ": " + std::string(frame.trouble("", true))),
              !frame.trouble("", true).empty());
    if (!where.empty() && text_link(frame.canvas, frame.interaction, {head.right() - 90, head.y + 2},
                                    "Take it away", {}, "clear place")) {
        drills::clear_place(task);
        frame.edit.what = "the place";
    }
    if (task.trigger_point || task.place || task.bone != contact::Hold::none) {
        draw_hold_fields(frame, rows, task);
    }
    if (task.place) {
        number_row(frame, rows.next(38),
                   {.title = "Right within", .value = 0, .low = 5, .high = 100, .step = 5, .unit = " mm"},
                   task.place->radius_m, 1000);
    }
    if (task.zone) {
        draw_zone_fields(frame, rows, task);
    }
}

void draw_tools_tab(const EditorFrame& frame, const Rect& rect) {
    Task& task = frame.step().task;
    std::array<std::string, contact::tool_kind_count> words;
    std::array<Chip, contact::tool_kind_count> row{};
    for (std::size_t k = 0; k < row.size(); ++k) {
        const auto tool = static_cast<contact::ToolKind>(k);
        words[k] = contact::tool_words(tool);
        row[k] = {words[k], std::ranges::find(task.tools, tool) != task.tools.end()};
    }
    if (const auto pressed = chips(frame, {rect.x, rect.y, rect.width, 28}, row)) {
        const auto tool = static_cast<contact::ToolKind>(*pressed);
        if (std::erase(task.tools, tool) == 0) {
            task.tools.push_back(tool);
            std::ranges::sort(task.tools);
        }
        frame.edit.what = "the tools";
    }
    FieldRows rows({rect.x, rect.y + 3 * 34, rect.width, rect.height - 3 * 34});
    number_row(frame, rows.next(38),
               {.title = "Laid down at most", .value = 0, .low = 5, .high = 200, .step = 5, .unit = " N/s"},
               task.ramp_limit_n_s);
    number_row(frame, rows.next(38),
               {.title = "Ask the client every", .value = 0, .low = 0, .high = 300, .step = 15, .unit = " s"},
               task.ask_every_s);
}

void draw_kind_tab(const EditorFrame& frame, const Rect& rect) {
    Task& task = frame.step().task;
    const std::vector<std::string_view> known = drills::step_techniques();
    std::vector<std::string> words(known.begin(), known.end());
    std::vector<Chip> row;
    for (std::string& name : words) {
        const bool chosen = std::ranges::find(task.techniques, name) != task.techniques.end();
        std::ranges::replace(name, '_', ' ');
        row.push_back({name, chosen});
    }
    if (const auto pressed = chips(frame, {rect.x, rect.y, rect.width, 26}, row)) {
        const std::string name(known[*pressed]);
        if (std::erase(task.techniques, name) == 0) {
            task.techniques.push_back(name);
        }
        frame.edit.what = "the technique";
    }
}

} // namespace

void draw_step_fields(const EditorFrame& frame, const Rect& rect) {
    constexpr std::array<std::string_view, 6> words{"Words", "Force", "Pace", "Place", "Tools", "Technique"};
    std::array<Chip, words.size()> row{};
    for (std::size_t k = 0; k < words.size(); ++k) {
        row[k] = {words[k], frame.editor.step_tab == static_cast<StepTab>(k)};
    }
    if (const auto pressed = chips(frame, {rect.x, rect.y, rect.width, 30}, row)) {
        frame.editor.step_tab = static_cast<StepTab>(*pressed);
    }
    const Rect fields{rect.x, rect.y + 38, rect.width, rect.height - 38};
    switch (frame.editor.step_tab) {
    case StepTab::words:
        draw_words_tab(frame, fields);
        return;
    case StepTab::force:
        draw_force_tab(frame, fields);
        return;
    case StepTab::pace:
        draw_pace_tab(frame, fields);
        return;
    case StepTab::where:
        draw_where_tab(frame, fields);
        return;
    case StepTab::tools:
        draw_tools_tab(frame, fields);
        return;
    case StepTab::kind:
        draw_kind_tab(frame, fields);
        return;
    }
}

} // namespace tactus::ui
