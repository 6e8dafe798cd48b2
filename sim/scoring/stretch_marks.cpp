#include "sim/math/interpolation.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/scoring/joint_stretch.hpp"
#include "sim/scoring/targeting_parts.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

namespace {

constexpr double degrees = 180 / math::pi;

/// The barrier is felt as a resistance: it is reached when the pull at the furthest bend is the one asked
/// for.
Mark barrier_mark(const Rubric& rubric, const Task& task, const JointStretch& stretch) {
    const Band band = task.force_n.value_or(Band{});
    const bool hard = stretch.force_n > band.high;
    Mark mark{.measure = "barrier",
              .share = rubric.location,
              .marks = task.force_n ? 100 * band_credit(stretch.force_n, band, rubric) : 100,
              .value = stretch.force_n,
              .target = 0.5 * (static_cast<double>(band.low) + band.high),
              .unit = "N",
              .moment_s = stretch.barrier_s};
    mark.what = "Held at " + rounded(std::fabs(stretch.bend_rad) * degrees) + " degrees with " +
                rounded(stretch.force_n) + " N.";
    mark.advice = hard ? "Stop at the first resistance: the barrier gives by waiting, not by pulling."
                       : "Lead on until you feel the first resistance, and wait there.";
    return mark;
}

Mark wait_mark(const Rubric& rubric, const Task& task, const JointStretch& stretch) {
    Mark mark{.measure = "stretch_hold",
              .share = rubric.hold,
              .marks = hold_credit(rubric, task, stretch.hold_s(), stretch.force_cv),
              .value = stretch.hold_s(),
              .target = task.hold_s,
              .unit = "s",
              .moment_s = stretch.barrier_s};
    mark.what = "Held the stretch for " + rounded(stretch.hold_s()) + " s; the pull varied by " +
                percent(stretch.force_cv) + " %.";
    mark.advice = stretch.hold_s() < task.hold_s ? "Stay at the barrier until it softens."
                                                 : "Keep the pull even, and let go in time.";
    return mark;
}

Mark comfort_mark(const Rubric& rubric, const Task& task, const JointStretch& stretch) {
    Mark mark{.measure = "stretch_comfort",
              .share = rubric.depth,
              .marks = 100 * stretch.comfort_share,
              .value = 100 * stretch.comfort_share,
              .target = 100,
              .unit = "%",
              .moment_s = stretch.barrier_s};
    mark.what = "For " + percent(1 - stretch.comfort_share) + " % of the stretch the client felt more than " +
                rounded(task.hold_discomfort->high) + " of 10.";
    mark.advice = "Never stretch through pain: give back a few degrees and wait.";
    return mark;
}

Mark let_back_mark(const Rubric& rubric, const JointStretch& stretch) {
    const double back_s = stretch.end_s - stretch.release_s;
    Mark mark{.measure = "let_back",
              .share = rubric.release,
              .marks = math::lin(back_s, 0.5 * rubric.unload_low_s, rubric.unload_low_s / 6),
              .value = back_s,
              .target = 0.5 * rubric.unload_low_s,
              .unit = "s",
              .moment_s = stretch.release_s};
    mark.what = "Let the joint back within " + rounded(back_s, 1) + " s.";
    mark.advice = "Bring it back as slowly as you led it out; never let go at the barrier.";
    return mark;
}

} // namespace

GroupMarks stretch_marks(const MarkedRun& run, const MarkedTask& task, Measures& measures) {
    GroupMarks group;
    const std::optional<JointStretch> stretch = find_stretch(run, task);
    if (!stretch) {
        group.marks.push_back({.measure = "barrier",
                               .share = 1,
                               .target = 0.5 * (static_cast<double>(task.task.force_n.value_or(Band{}).low) +
                                                task.task.force_n.value_or(Band{}).high),
                               .unit = "N",
                               .moment_s = task.begin_s,
                               .what = "Nothing was stretched.",
                               .advice = "Take hold of the " + contact::hold_words(task.task.bone) +
                                         " and lead it slowly to the first resistance."});
        return group;
    }
    group.marks.push_back(barrier_mark(run.rubric, task.task, *stretch));
    group.marks.push_back(wait_mark(run.rubric, task.task, *stretch));
    if (task.task.hold_discomfort) {
        group.marks.push_back(comfort_mark(run.rubric, task.task, *stretch));
    }
    if (!run.live) {
        group.marks.push_back(let_back_mark(run.rubric, *stretch));
    }
    measures["stretch_deg"] = std::fabs(stretch->bend_rad) * degrees;
    measures["stretch_force_n"] = stretch->force_n;
    measures["stretch_hold_s"] = stretch->hold_s();
    measures["stretch_deg_s"] = stretch->mean_rad_s * degrees;
    return group;
}

} // namespace tactus::scoring
