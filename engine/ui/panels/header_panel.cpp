#include "engine/ui/panels/header_panel.hpp"

#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>

namespace tactus::ui {

namespace {

/// More time than this is a free session, and counting it down would only hurry people.
constexpr double countdown_limit_s = 3000;

std::string second_line(const RunView& view) {
    const double total_s = view.drill.duration_s();
    std::string time = total_s < countdown_limit_s ? clock_time(view.now.progress.left_s) + " left"
                                                   : clock_time(view.now.t_s);
    if (view.drill.steps.size() > 1) {
        time = "Step " + std::to_string(view.now.progress.step + 1) + " of " +
               std::to_string(view.drill.steps.size()) + "   " + time;
    }
    return time;
}

std::string pace_line(const RunView& view) {
    if (view.pace.slowed) {
        return "Time runs at " + rounded(100 * view.pace.sim_per_wall) + " %: this computer is slow" +
               (view.pace.graded ? "" : ", so this is practice");
    }
    if (view.now.clock_waits) {
        return "Practice: the clock waits";
    }
    if (view.pace.speed < 1) {
        return "Practice at " + rounded(100 * view.pace.speed) + " % of the speed";
    }
    return view.pace.graded ? "" : "Practice: this run is not graded";
}

} // namespace

Rect draw_header_panel(Canvas& canvas, const RunView& view, Vec2 at) {
    const Theme& theme = canvas.theme();
    const std::string note = pace_line(view);
    const std::string step = view.drill.steps.size() > 1 ? view.step().name : std::string();
    const float line = canvas.text_width(Face::body, second_line(view)) +
                       (step.empty() ? 0 : 14 + canvas.text_width(Face::body, step));
    const float width = std::max({300.0F, std::min(line + 2 * padding, 440.0F),
                                  canvas.text_width(Face::title, view.drill.name) + 2 * padding,
                                  canvas.text_width(Face::caption, note) + 2 * padding});
    const Rect rect = canvas.placed({at.x, at.y, width, note.empty() ? 58.0F : 78.0F});
    panel(canvas, rect);
    canvas.text({rect.x + padding, rect.y + 9}, Face::title, theme.text, view.drill.name);
    const float used =
        canvas.text({rect.x + padding, rect.y + 32}, Face::body, theme.text_second, second_line(view));
    if (!step.empty()) {
        canvas.text_within({rect.x + padding + used + 14, rect.y + 32}, width - 2 * padding - used - 14,
                           Face::body, theme.text_second, step);
    }
    if (!note.empty()) {
        canvas.text({rect.x + padding, rect.y + 55}, Face::caption, theme.amber, note);
    }
    return rect;
}

} // namespace tactus::ui
