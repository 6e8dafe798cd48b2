#include "sim/scoring/beat_marks.hpp"

#include "sim/math/interpolation.hpp"
#include "sim/scoring/flow_parts.hpp"
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
    if (beaten.values.empty()) {
        return std::nullopt;
    }
    Mark mark{.measure = "sweep",
              .share = run.rubric.sweep,
              .marks = strokes::mean(beaten.marks),
              .value = strokes::median(beaten.values),
              .target = beaten.target,
              .unit = "mm",
              .moment_s = beaten.moment_s};
    mark.what = "The movement was " + rounded(mark.value) + " mm wide, where " + rounded(mark.target) +
                " mm were asked.";
    mark.advice = mark.value < mark.target
                      ? "Take the whole width of the muscle with each beat."
                      : "Make the movement smaller: only the muscle, not the skin beside it.";
    measures["sweep_mm"] = mark.value;
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
    if (beaten.values.empty()) {
        return std::nullopt;
    }
    Mark mark{.measure = "grip",
              .share = run.rubric.grip,
              .marks = strokes::mean(beaten.marks),
              .value = strokes::median(beaten.values),
              .target = beaten.target,
              .unit = "mm",
              .moment_s = beaten.moment_s};
    mark.what = "The hand slid " + rounded(mark.value, 1) + " mm over the skin in each turn, at most " +
                rounded(mark.target, 1) + " mm.";
    mark.advice = "Move the skin with the hand: less oil, a little more weight, a smaller movement.";
    measures["slip_mm"] = mark.value;
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
