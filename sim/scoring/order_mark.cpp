#include "sim/scoring/group_marks.hpp"
#include "sim/scoring/walton.hpp"
#include "sim/strokes/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

namespace {

using strokes::HandSample;
using strokes::TraceSample;

/// Level of the harder hand; -1 = no hand is loaded.
int level_of(const TraceSample& sample, double loaded_force_n) {
    int level = -1;
    for (const HandSample& hand : sample.hands) {
        if (hand.touching && hand.force_n > loaded_force_n) {
            level = std::max(level, walton_level(hand.tool, hand.force_n));
        }
    }
    return level;
}

/// Median Walton level of each second of loaded contact in the stroke steps; -1 = not loaded.
std::vector<int> levels_by_second(const MarkedRun& run) {
    std::vector<std::vector<double>> levels(static_cast<std::size_t>(std::ceil(std::max(0.0, run.end_s))) +
                                            1);
    for (const MarkedTask& task : run.tasks) {
        const auto samples = asks_for_strokes(task.task) ? task.samples : std::span<const TraceSample>();
        for (const TraceSample& sample : samples) {
            levels[static_cast<std::size_t>(sample.t_s)].push_back(
                level_of(sample, run.rubric.loaded_force_n));
        }
    }
    std::vector<int> median;
    for (std::vector<double>& second : levels) {
        std::erase_if(second, [](double level) { return level < 0; });
        median.push_back(second.empty() ? -1 : static_cast<int>(strokes::median(second)));
    }
    return median;
}

/// Share of the last strokes that were a flush: at W2 or lighter.
double flush_share(const MarkedRun& run) {
    const std::vector<StepStroke> strokes = loaded_strokes(run);
    const auto wanted = static_cast<std::size_t>(run.rubric.flush_strokes);
    double light = 0;
    for (std::size_t k = strokes.size() - std::min(wanted, strokes.size()); k < strokes.size(); ++k) {
        const strokes::Stroke& stroke = strokes[k].marked->stroke;
        light += walton_level(stroke.tool, stroke.plateau_force_n) <= 2 ? 1 : 0;
    }
    return light / run.rubric.flush_strokes;
}

} // namespace

/// ORD: light, then deep, then light (facts 7.3). Measured only where the drill itself opens and closes
/// lightly.
std::optional<Mark> order_mark(const MarkedRun& run, Measures& measures) {
    const auto light = [](const MarkedTask& task) {
        return asks_for_strokes(task.task) && task.task.force_n &&
               walton_level(contact::ToolKind::palm, task.task.force_n->high - 0.01) <= 2;
    };
    if (run.live || run.tasks.size() < 3 || !light(run.tasks.front()) || !light(run.tasks.back())) {
        return std::nullopt;
    }
    const Rubric& rubric = run.rubric;
    const std::vector<int> levels = levels_by_second(run);
    const auto window = static_cast<std::size_t>(rubric.order_window_s);
    std::size_t first = 0;
    while (first < levels.size() && levels[first] < 0) {
        ++first;
    }
    double loaded = 0;
    double stepwise = 0;
    double opening = 0;
    bool open = true;
    double moment_s = -1;
    for (std::size_t s = first; s < levels.size(); ++s) {
        if (levels[s] < 0) {
            continue;
        }
        int reached = 1; // the opening may be W2: one step above W1
        for (std::size_t before = first; before + window <= s; ++before) {
            reached = std::max(reached, levels[before]);
        }
        const bool fine = levels[s] <= reached + 1;
        loaded += 1;
        stepwise += fine ? 1 : 0;
        moment_s = !fine && moment_s < 0 ? static_cast<double>(s) : moment_s;
        open = open && levels[s] <= 2;
        opening += open && s - first < window ? 1 : 0;
    }
    Mark mark{.measure = "order", .share = rubric.order, .target = 100, .unit = "%", .moment_s = moment_s};
    const double rise = loaded > 0 ? rubric.order_rise * stepwise / loaded : 0;
    const double opened = rubric.order_open * std::min(1.0, opening / (0.9 * rubric.order_window_s));
    const double flushed = rubric.order_flush * flush_share(run);
    mark.marks = loaded > 0 ? rise + opened + flushed : 0;
    mark.value = mark.marks;
    if (rise < rubric.order_rise - 1 || opened < rubric.order_open - 1) {
        mark.what = "The pressure rose before the tissue was warm.";
        mark.advice =
            "Open with " + rounded(rubric.order_window_s) + " s of light strokes, then go one level deeper.";
    } else {
        mark.what = "The drill did not end in light, flushing strokes.";
        mark.advice = "Close with " + rounded(rubric.flush_strokes) + " light strokes.";
    }
    measures["order_marks"] = mark.marks;
    return mark;
}

} // namespace tactus::scoring
