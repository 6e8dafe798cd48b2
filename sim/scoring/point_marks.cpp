#include "sim/math/interpolation.hpp"
#include "sim/scoring/joint_stretch.hpp"
#include "sim/scoring/point_hold.hpp"
#include "sim/scoring/scoring_data.hpp"
#include "sim/scoring/targeting_parts.hpp"

#include <algorithm>
#include <optional>

namespace tactus::scoring {

namespace {

constexpr double late_unload_factor = 1.6; // letting go takes no more than this times the longest right time

Mark location_mark(const Rubric& rubric, const Task& task, const PointHold& hold, Measures& measures) {
    const bool point = task.trigger_point.has_value();
    const double mm = 1000 * hold.distance_m;
    Mark mark{.measure = "location",
              .share = rubric.location,
              .marks = math::lin(mm, rubric.location_mm.full, rubric.location_mm.zero),
              .value = mm,
              .target = rubric.location_mm.full,
              .unit = "mm",
              .moment_s = hold.begin_s};
    mark.what = "The hold lay " + rounded(mm) + (point ? " mm from the point." : " mm outside the place.");
    mark.advice = point ? "Sweep across the band until you feel the knot roll, then settle on it."
                        : "Lay the middle of the hand on the middle of the ring.";
    measures["point_distance_mm"] = mm;
    return mark;
}

Mark hold_mark(const Rubric& rubric, const Task& task, const PointHold& hold, Measures& measures) {
    Mark mark{.measure = "hold",
              .share = rubric.hold,
              .marks = hold_credit(rubric, task, hold.duration_s(), hold.force_cv),
              .value = hold.duration_s(),
              .target = task.hold_s,
              .unit = "s",
              .moment_s = hold.begin_s};
    mark.what = "Held for " + rounded(hold.duration_s()) + " s; the force varied by " +
                percent(hold.force_cv) + " %.";
    mark.advice = hold.duration_s() < task.hold_s ? "Stay until the tissue softens under the thumb."
                                                  : "Lock the joints in line and let the weight hold still.";
    measures["hold_s"] = hold.duration_s();
    measures["hold_force_n"] = hold.force_n;
    measures["hold_force_cv_percent"] = 100 * hold.force_cv;
    return mark;
}

Mark depth_mark(const Rubric& rubric, const PointHold& hold, Measures& measures) {
    Mark mark{.measure = "depth",
              .share = rubric.depth,
              .marks = 100 * hold.depth_share,
              .value = 100 * hold.depth_share,
              .target = 100,
              .unit = "%",
              .moment_s = hold.begin_s};
    mark.what = "For " + percent(hold.depth_share) + " % of the hold the client felt what a release needs.";
    mark.advice = "Sink in until it is strong but good, about 6 or 7 of 10, and no deeper.";
    measures["hold_depth_percent"] = mark.value;
    return mark;
}

/// How much of the stretches that are asked for after a hold was done, 0..1; nullopt = none is asked for.
std::optional<double> stretched(const MarkedRun& run, const PointHold& hold) {
    double done = 0;
    double asked = 0;
    for (const MarkedTask& task : run.tasks) {
        if (work_of(task.task) != Work::stretch || task.end_s <= hold.end_s) {
            continue;
        }
        const std::optional<JointStretch> stretch = find_stretch(run, task);
        asked += task.task.hold_s;
        done += stretch ? std::min(static_cast<double>(task.task.hold_s), stretch->hold_s()) : 0;
    }
    return asked > 0 ? std::optional(done / asked) : std::nullopt;
}

/// REL: unload in 3-5 s, flush and stretch; the last two where the drill asks for them.
Mark release_mark(const MarkedRun& run, const PointHold& hold, Measures& measures) {
    const Rubric& rubric = run.rubric;
    double unload = 0;
    if (hold.unload_s >= 0 && hold.unload_s < rubric.unload_low_s) {
        unload = math::lin(hold.unload_s, rubric.unload_low_s, rubric.unload_low_s / 3) / 100;
    } else if (hold.unload_s >= 0) {
        unload =
            math::lin(hold.unload_s, rubric.unload_high_s, late_unload_factor * rubric.unload_high_s) / 100;
    }
    const std::vector<StepStroke> strokes = loaded_strokes(run);
    const auto flushes = static_cast<double>(std::ranges::count_if(
        strokes, [&](const StepStroke& each) { return each.marked->stroke.begin_s > hold.end_s; }));
    const bool flush_asked = std::ranges::any_of(run.tasks, [&](const MarkedTask& task) {
        return asks_for_strokes(task.task) && task.end_s > hold.end_s;
    });
    const double flush_marks = flush_asked ? rubric.release_flush : 0;
    const std::optional<double> stretch = stretched(run, hold);
    const double stretch_marks = stretch ? rubric.release_stretch : 0;
    const double earned = rubric.release_unload * unload +
                          flush_marks * std::min(1.0, flushes / rubric.flush_strokes) +
                          stretch_marks * stretch.value_or(0);
    Mark mark{.measure = "release",
              .share = rubric.release,
              .marks = 100 * earned / (rubric.release_unload + flush_marks + stretch_marks),
              .value = hold.unload_s,
              .target = rubric.unload_low_s,
              .unit = "s",
              .moment_s = hold.end_s};
    mark.what = hold.unload_s < 0 ? "The hold was never let go."
                                  : "Let go within " + rounded(hold.unload_s, 1) + " s, then " +
                                        rounded(flushes) + " flushing strokes.";
    mark.advice = "Come off slowly, three to five seconds, and flush the area with " +
                  rounded(rubric.flush_strokes) + " light strokes.";
    measures["unload_s"] = hold.unload_s;
    measures["flush_strokes"] = flushes;
    return mark;
}

Mark search_mark(const Rubric& rubric, const PointHold& hold, Measures& measures) {
    const double mm = 1000 * hold.search_path_m;
    Mark mark{.measure = "search",
              .share = rubric.search,
              .marks = 100 * std::min(1.0, hold.search_path_m / search_path_m),
              .value = mm,
              .target = 1000 * search_path_m,
              .unit = "mm",
              .moment_s = hold.begin_s};
    mark.what = "Before pressing, the search across the fibre was " + rounded(mm) + " mm long.";
    mark.advice = "Strum across the band at two to four centimetres a second before you press.";
    measures["search_path_mm"] = mm;
    return mark;
}

} // namespace

GroupMarks point_marks(const MarkedRun& run, const MarkedTask& task, Measures& measures) {
    GroupMarks group;
    const Rubric& rubric = run.rubric;
    const auto hold = find_hold(run, task);
    if (!hold) {
        Mark mark{.measure = "hold",
                  .share = 1,
                  .value = 0,
                  .target = task.task.hold_s,
                  .unit = "s",
                  .moment_s = task.begin_s};
        const bool point = task.task.trigger_point.has_value();
        mark.what = point ? "The point was never held." : "The place was never held.";
        mark.advice = point ? "Find the knot, sink in slowly and stay."
                            : "Lay the hand where the ring is and let it rest there.";
        group.marks.push_back(mark);
        return group;
    }
    group.marks.push_back(location_mark(rubric, task.task, *hold, measures));
    // Holding the wrong place well is worth as much of the rest as the place is right.
    const double on_point =
        math::lin(1000 * hold->distance_m, 1.5 * rubric.location_mm.full, 1.5 * rubric.location_mm.zero) /
        100;
    std::vector<Mark> rest{hold_mark(rubric, task.task, *hold, measures)};
    if (task.task.hold_discomfort) {
        rest.push_back(depth_mark(rubric, *hold, measures));
    }
    if (task.task.trigger_point) {
        if (!run.live) {
            rest.push_back(release_mark(run, *hold, measures));
        }
        rest.push_back(search_mark(rubric, *hold, measures));
    }
    group.undone = {.measure = "location",
                    .value = 1000 * hold->distance_m,
                    .target = rubric.location_mm.full,
                    .unit = "mm",
                    .moment_s = hold->begin_s,
                    .what = "So far from the place the hold itself counts for " + percent(on_point) + " %.",
                    .advice = "Find the place first: a good hold beside it does not ease it."};
    for (Mark& mark : rest) {
        mark.counts = on_point;
        group.marks.push_back(mark);
    }
    return group;
}

} // namespace tactus::scoring
