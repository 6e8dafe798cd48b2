#include "sim/scoring/beat_marks.hpp"

#include "sim/math/interpolation.hpp"
#include "sim/strokes/statistics.hpp"

#include <algorithm>
#include <optional>

namespace tactus::scoring {

namespace {

/// A figure of all beats whose step asks for it, with the marks that each earned.
struct Beaten {
    std::vector<double> values;
    std::vector<double> marks;
    double target = 0;
    double worst = 100;
    double moment_s = -1;

    void take(double value, double earned, double t_s) {
        values.push_back(value);
        marks.push_back(earned);
        if (earned < worst) {
            worst = earned;
            moment_s = t_s;
        }
    }

    /// Mean of the marks, and the middle figure beside the one asked for; nullopt = no step asks, or nothing
    /// was done.
    [[nodiscard]] std::optional<Mark> mark(std::string_view measure, double share) const {
        if (values.empty()) {
            return std::nullopt;
        }
        return Mark{.measure = std::string(measure),
                    .share = share,
                    .marks = strokes::mean(marks),
                    .value = strokes::median(values),
                    .target = target,
                    .unit = "mm",
                    .moment_s = moment_s,
                    .what = {},
                    .advice = {}};
    }
};

template <class Take> void for_each_beat(const MarkedRun& run, const Take& take) {
    for (const MarkedTask& task : run.tasks) {
        for (const strokes::Beats& hand : task.beats) {
            for (const strokes::Beat& beat : hand.beats) {
                take(task.task, hand.sign, beat);
            }
        }
    }
}

std::optional<Mark> sweep_mark(const MarkedRun& run, Measures& measures) {
    Beaten beaten;
    for_each_beat(run, [&](const Task& task, strokes::BeatSign sign, const strokes::Beat& beat) {
        if (task.sweep_m && sign == strokes::BeatSign::movement) {
            beaten.target = 500 * (static_cast<double>(task.sweep_m->low) + task.sweep_m->high);
            beaten.take(1000 * beat.sweep_m, edge_marks(beat.sweep_m, *task.sweep_m), beat.t_s);
        }
    });
    std::optional<Mark> mark = beaten.mark("sweep", run.rubric.sweep);
    if (!mark) {
        return mark;
    }
    mark->what = "The movement was " + rounded(mark->value) + " mm wide, where " + rounded(mark->target) +
                 " mm were asked.";
    mark->advice = mark->value < mark->target
                       ? "Take the whole width of the muscle with each beat."
                       : "Make the movement smaller: only the muscle, not the skin beside it.";
    measures["sweep_mm"] = mark->value;
    return mark;
}

std::optional<Mark> grip_mark(const MarkedRun& run, Measures& measures) {
    Beaten beaten;
    for_each_beat(run, [&](const Task& task, strokes::BeatSign sign, const strokes::Beat& beat) {
        if (task.slip_m && sign == strokes::BeatSign::movement) {
            const auto allowed = static_cast<double>(*task.slip_m);
            beaten.target = 1000 * allowed;
            beaten.take(1000 * beat.slip_m, math::lin(beat.slip_m, allowed, 2 * allowed), beat.t_s);
        }
    });
    std::optional<Mark> mark = beaten.mark("grip", run.rubric.grip);
    if (!mark) {
        return mark;
    }
    mark->what = "The hand slid " + rounded(mark->value, 1) +
                 " mm over the skin in each turn, where the limit is " + rounded(mark->target, 1) + " mm.";
    mark->advice = "Move the skin with the hand: less oil, a little more weight, a smaller movement.";
    measures["slip_mm"] = mark->value;
    return mark;
}

} // namespace

std::vector<Mark> beat_marks(const MarkedRun& run, Measures& measures) {
    std::vector<Mark> marks;
    for (const auto& mark : {sweep_mark(run, measures), grip_mark(run, measures)}) {
        if (mark) {
            marks.push_back(*mark);
        }
    }
    return marks;
}

} // namespace tactus::scoring
