#include "engine/ui/screens/progress_screen.hpp"

#include "engine/ui/feedback_words.hpp"
#include "engine/ui/progress_words.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/trend_chart.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace tactus::ui {

namespace {

constexpr float progress_row_height = 92;
constexpr float chart_width = 330;

/// Those that were done at least once: they come first.
std::span<const DrillProgress> tried(const Progress& progress) {
    const auto end =
        std::ranges::find_if(progress.drills, [](const DrillProgress& drill) { return drill.runs == 0; });
    return {progress.drills.begin(), end};
}

/// A drill's row and the day on which it is looked at.
struct ProgressRow {
    const DrillProgress& drill;
    std::int64_t today;
};

void draw_progress_row(Canvas& canvas, Interaction& interaction, const ProgressRow& row, const Rect& rect,
                       Commands& ask) {
    const auto& [drill, today] = row;
    const Theme& theme = canvas.theme();
    const WidgetId id = widget_id("progress " + drill.drill);
    interaction.prefer(id);
    const bool due = is_due(drill, today);
    if (interaction.pressable(id, rect)) {
        // What is due is a run without feedback.
        ask(ChooseDrill{drill.drill, drill.client,
                        due ? std::optional(drills::Feedback::none) : std::nullopt});
    }
    const float light = interaction.hovered(rect) ? 0.10F : 0.05F;
    canvas.fill(rect, due ? theme.teal.at(0.16F) : theme.text.at(light), 9);
    control_edge(canvas, rect, 9);
    if (due) {
        canvas.fill({rect.x, rect.y + 8, 4, rect.height - 16}, theme.teal, 2);
    }
    if (interaction.focused(id) && interaction.focus_visible()) {
        focus_ring(canvas, rect, 9);
    }
    const float right = rect.right() - 20;
    const float chart_x = right - 120 - chart_width;
    const float left = rect.x + 20;
    const float width = chart_x - left - 72;
    canvas.text_within({left, rect.y + 11}, width, Face::title, theme.text, drill.name);
    canvas.text_within({left, rect.y + 38}, width, Face::body, theme.text, trend_words(drill));
    canvas.text_within({left, rect.y + 63}, width, Face::caption_strong, due ? theme.teal : theme.text_second,
                       standing_words(drill, today));
    const float pass_y = rect.y + 10 + trend_height_of(drill.pass_mark, rect.height - 20);
    canvas.text({chart_x - 8, pass_y - 9}, Face::caption, theme.text_third,
                "pass " + rounded(drill.pass_mark), Align::right);
    draw_trend_chart(canvas, {.scores = drill.scores, .pass_mark = drill.pass_mark, .curve = drill.curve},
                     {chart_x, rect.y + 10, chart_width, rect.height - 20});
    canvas.text({right, rect.y + 12}, Face::card_title, theme.text, drill.best ? rounded(*drill.best) : "-",
                Align::right);
    canvas.text({right, rect.y + 44}, Face::caption, theme.text_second, "best", Align::right);
    canvas.text({right, rect.y + 63}, Face::caption, theme.text_second, runs_words(drill), Align::right);
}

Rect progress_sheet(const Canvas& canvas) { return centred(canvas, 1120, 640); }

/// Where the rows stand, or the words that there are none.
Rect list_of(const Canvas& canvas) {
    const Rect sheet = progress_sheet(canvas);
    return {sheet.x + 40, sheet.y + 112, sheet.width - 80, sheet.height - 212};
}

void draw_rows(Canvas& canvas, Interaction& interaction, const ProgressView& view, ProgressScreen& state,
               Commands& ask) {
    const Rect rect = list_of(canvas);
    const std::span<const DrillProgress> rows = tried(view.progress);
    const int count = static_cast<int>(rows.size());
    const int shown = std::max(1, static_cast<int>((rect.height + 10) / (progress_row_height + 10)));
    const devices::InputEvents& events = interaction.events();
    state.first += events.struck(devices::Key::page_down) ? shown : 0;
    state.first -= events.struck(devices::Key::page_up) ? shown : 0;
    state.first -= static_cast<int>(std::lround(events.wheel));
    state.first = std::clamp(state.first, 0, std::max(0, count - shown));
    float y = rect.y;
    for (int k = state.first; k < std::min(count, state.first + shown); ++k) {
        draw_progress_row(canvas, interaction, {rows[static_cast<std::size_t>(k)], view.progress.today},
                          {rect.x, y, rect.width, progress_row_height}, ask);
        y += progress_row_height + 10;
    }
    if (count > shown) {
        canvas.text({rect.right(), rect.bottom() + 6}, Face::caption, canvas.theme().text_second,
                    std::to_string(state.first + 1) + "-" +
                        std::to_string(std::min(count, state.first + shown)) + " of " +
                        std::to_string(count) + "   wheel or Page keys",
                    Align::right);
    }
}

/// Before the first run there is nothing to show and one thing to do.
void draw_nothing_yet(Canvas& canvas, Interaction& interaction, const Progress& progress, const Rect& rect,
                      Commands& ask) {
    const Theme& theme = canvas.theme();
    const Vec2 middle(rect.middle().x, rect.y + rect.height * 0.36F);
    canvas.text(middle, Face::title, theme.text, "No runs yet.", Align::centre);
    canvas.text(middle + Vec2(0, 32), Face::body, theme.text_second,
                "Scores, your best and what is due stand here from the first one on.", Align::centre);
    if (progress.drills.empty()) {
        return;
    }
    const DrillProgress& first = progress.drills.front();
    interaction.prefer(widget_id("Run your first drill"));
    if (button(canvas, interaction, {middle.x - 130, middle.y + 76, 260, 44}, "Run your first drill",
               {ButtonKind::primary, ""})) {
        ask(ChooseDrill{first.drill, first.client, std::nullopt});
    }
}

} // namespace

void draw_progress_screen(Canvas& canvas, Interaction& interaction, const ProgressView& view,
                          ProgressScreen& state, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = progress_sheet(canvas);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    const float width = sheet.width - 80;
    const std::string whose = view.student.empty() ? "Guest" : std::string(view.student);
    canvas.text_within({left, sheet.y + 28}, width, Face::card_title, theme.text, "Progress: " + whose);
    const bool empty = tried(view.progress).empty();
    if (empty) {
        draw_nothing_yet(canvas, interaction, view.progress, list_of(canvas), ask);
    } else {
        canvas.text_within({left, sheet.y + 68}, width, Face::body, theme.text_second,
                           view.student.empty() ? guest_words() : spacing_advice(view.progress));
        draw_rows(canvas, interaction, view, state, ask);
    }
    const float foot = sheet.bottom() - 62;
    if (!empty) {
        const Rect write{sheet.right() - 40 - 170, foot, 170, 40};
        const bool pressed = button(canvas, interaction, write, "Write a report", {ButtonKind::quiet, "W"});
        if (pressed || interaction.events().struck(devices::key_of('w'))) {
            ask(WriteReport{});
        }
    }
    canvas.text_within({left + 150, foot + 11}, width - 150 - 190, Face::caption, theme.text_second,
                       view.report);
    if (button(canvas, interaction, {left, foot, 130, 40}, "Back", {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::home});
    }
}

} // namespace tactus::ui
