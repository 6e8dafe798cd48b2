#include "sim/math/interpolation.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/scoring/beat_marks.hpp"
#include "sim/scoring/group_marks.hpp"
#include "sim/scoring/point_hold.hpp"
#include "sim/scoring/scoring_data.hpp"
#include "sim/scoring/zone_dose.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

namespace {

constexpr double beating_m_s = 0.01;       // slower, a beating hand is at its turn
constexpr double late_unload_factor = 1.6; // letting go takes no more than this times the longest right time

/// Loaded way of the stroke steps, and how much of it went the way that the step asks for.
struct Way {
    double loaded_m = 0;
    double right_m = 0;
    double off_line_m2 = 0; ///< way times distance from the muscle line
    double line_way_m = 0;
    double worst = 1;
    double moment_s = -1;
};

/// A return lighter than this is no load: the geometric middle between the light band and the loaded one.
double light_limit(const Task& task) {
    if (!task.return_force_n || !task.force_n) {
        return 0;
    }
    return math::sqrt(static_cast<double>(task.return_force_n->high) * std::max(task.force_n->low, 0.1F));
}

/// Adds one stroke; returns how much of its loaded way was right, -1 when it carried no load.
double add_stroke(const MarkedRun& run, const StepStroke& each, Way& way) {
    const Task& task = each.task->task;
    const strokes::Stroke& stroke = each.marked->stroke;
    const double least_cosine = math::cos(run.rubric.direction_deg * math::pi / 180);
    double right_m = 0;
    double loaded_m = 0;
    for (std::size_t i = stroke.begin; i < stroke.end; ++i) {
        const strokes::HandSample& hand = run.trace.samples[i].hands[static_cast<std::size_t>(stroke.hand)];
        const Vec2 speed = hand.velocity_m_s;
        const double step_m =
            hand.force_n > run.rubric.loaded_force_n ? glm::length(speed) * strokes::trace_interval_s : 0;
        loaded_m += step_m;
        right_m += agreement(task.direction, speed, hand.u, hand.v) >= least_cosine ? step_m : 0;
        if (task.line_u) {
            way.line_way_m += step_m;
            way.off_line_m2 +=
                step_m * std::fabs(std::fabs(hand.u) - *task.line_u) * run.anatomy.skin.half_biacromial_m;
        }
    }
    way.loaded_m += loaded_m;
    way.right_m += right_m;
    return loaded_m > 0 ? right_m / loaded_m : -1;
}

/// Adds the loaded movement of a step of rhythm, whatever its turns.
void add_beating(const MarkedRun& run, const MarkedTask& task, Way& way) {
    const double least_cosine = math::cos(run.rubric.direction_deg * math::pi / 180);
    for (const strokes::TraceSample& sample : task.samples) {
        for (const strokes::HandSample& hand : sample.hands) {
            const double speed = glm::length(hand.velocity_m_s);
            if (!strokes::in_contact(hand) || hand.force_n <= run.rubric.loaded_force_n ||
                speed < beating_m_s) {
                continue; // at its turns a hand has no direction
            }
            const double step_m = speed * strokes::trace_interval_s;
            way.loaded_m += step_m;
            way.right_m += agreement(task.task.direction, hand.velocity_m_s, hand.u, hand.v) >= least_cosine
                               ? step_m
                               : 0;
        }
    }
}

Way measure_way(const MarkedRun& run) {
    Way way;
    for (const MarkedTask& task : run.tasks) {
        if (work_of(task.task) == Work::rhythm && task.task.direction != Direction::any) {
            add_beating(run, task, way);
        }
    }
    for (const StepStroke& each : step_strokes(run)) {
        if (each.marked->returning && each.marked->stroke.mean_force_n <= light_limit(each.task->task)) {
            continue;
        }
        const double right = add_stroke(run, each, way);
        if (right >= 0 && right < way.worst) {
            way.worst = right;
            way.moment_s = each.marked->stroke.begin_s;
        }
    }
    return way;
}

Mark coverage_mark(const MarkedRun& run, const ZoneDose& dose, Measures& measures) {
    const Rubric& rubric = run.rubric;
    Mark mark{.measure = "coverage",
              .share = rubric.coverage,
              .marks = math::lin(dose.covered_share, rubric.coverage_share.full, rubric.coverage_share.zero),
              .value = 100 * dose.covered_share,
              .target = 100 * rubric.coverage_share.full,
              .unit = "%"};
    const std::string side = dose.missed_left > 0.65   ? "left"
                             : dose.missed_left < 0.35 ? "right"
                                                       : "both sides";
    const std::string height = dose.missed_v < 0.35 ? "upper" : dose.missed_v < 0.75 ? "middle" : "lower";
    mark.what = percent(dose.covered_share) + " % of the zone was covered; most of the gap is at the " +
                height + " back, " + side + ".";
    mark.advice = "Overlap the lanes and take each stroke to the end of the zone.";
    measures["coverage_percent"] = mark.value;
    return mark;
}

Mark stray_mark(const MarkedRun& run, const ZoneDose& dose, double done, Measures& measures) {
    const Rubric& rubric = run.rubric;
    Mark mark{.measure = "stray",
              .share = rubric.stray,
              .marks = dose.total > 0
                           ? math::lin(dose.stray_share, rubric.stray_share.full, rubric.stray_share.zero)
                           : 0,
              .counts = done,
              .value = 100 * dose.stray_share,
              .target = 100 * rubric.stray_share.full,
              .unit = "%"};
    mark.what = percent(dose.stray_share) + " % of the pressure went outside the zone.";
    mark.advice = "Keep the hand on the lane that is shown.";
    measures["stray_percent"] = mark.value;
    return mark;
}

void add_line_marks(const MarkedRun& run, GroupMarks& group, Measures& measures) {
    const ZoneDose dose = zone_dose(run);
    const Way way = measure_way(run);
    const double done = run.work_share();
    group.undone = {.measure = "stroke_time",
                    .value = 100 * done,
                    .target = 100,
                    .unit = "%",
                    .what = "Aim counts for the time spent in whole strokes, " + percent(done) +
                            " % of what was asked.",
                    .advice = "Fill the step with strokes, each as long as the zone."};
    if (dose.asked) {
        group.marks.push_back(coverage_mark(run, dose, measures));
        group.marks.push_back(stray_mark(run, dose, done, measures));
    }
    const bool directed = std::ranges::any_of(run.tasks, [](const MarkedTask& task) {
        const Work work = work_of(task.task);
        return (work == Work::strokes || work == Work::rhythm) && task.task.direction != Direction::any;
    });
    if (directed) {
        const double share = way.loaded_m > 0 ? way.right_m / way.loaded_m : 0;
        Mark mark{.measure = "direction",
                  .share = run.rubric.direction,
                  .marks = math::lin(share, run.rubric.direction_share.full, run.rubric.direction_share.zero),
                  .counts = done,
                  .value = 100 * share,
                  .target = 100 * run.rubric.direction_share.full,
                  .unit = "%",
                  .moment_s = way.moment_s};
        mark.what = percent(share) + " % of the loaded way went in the direction asked for.";
        mark.advice = "Load the stroke on the way that is asked, and come back light.";
        measures["direction_percent"] = mark.value;
        group.marks.push_back(mark);
    }
    for (Mark& mark : beat_marks(run, measures)) {
        mark.counts = done;
        group.marks.push_back(mark);
    }
    if (std::ranges::any_of(run.tasks, [](const MarkedTask& task) { return task.task.line_u.has_value(); })) {
        const double off_mm = way.line_way_m > 0 ? 1000 * way.off_line_m2 / way.line_way_m : 1000;
        Mark mark{.measure = "line",
                  .share = run.rubric.line,
                  .marks = math::lin(off_mm, run.rubric.line_mm.full, run.rubric.line_mm.zero),
                  .counts = done,
                  .value = off_mm,
                  .target = run.rubric.line_mm.full,
                  .unit = "mm"};
        mark.what = "The strokes ran " + rounded(off_mm) + " mm beside the muscle.";
        mark.advice = "Feel for the border of the muscle and follow it.";
        measures["line_distance_mm"] = off_mm;
        group.marks.push_back(mark);
    }
}

Mark location_mark(const Rubric& rubric, const PointHold& hold, Measures& measures) {
    const double mm = 1000 * hold.distance_m;
    Mark mark{.measure = "location",
              .share = rubric.location,
              .marks = math::lin(mm, rubric.location_mm.full, rubric.location_mm.zero),
              .value = mm,
              .target = rubric.location_mm.full,
              .unit = "mm",
              .moment_s = hold.begin_s};
    mark.what = "The hold lay " + rounded(mm) + " mm from the point.";
    mark.advice = "Sweep across the band until you feel the knot roll, then settle on it.";
    measures["point_distance_mm"] = mm;
    return mark;
}

Mark hold_mark(const Rubric& rubric, const Task& task, const PointHold& hold, Measures& measures) {
    const double longest = std::max(task.hold_s, task.hold_max_s);
    const double missed_s = std::max({0.0, task.hold_s - hold.duration_s(), hold.duration_s() - longest});
    const double error = missed_s / task.hold_s;
    const double steady =
        math::lin(hold.force_cv, rubric.steadiness_cv.full, rubric.steadiness_cv.zero) / 100;
    Mark mark{.measure = "hold",
              .share = rubric.hold,
              .marks = math::lin(error, rubric.hold_error.full, rubric.hold_error.zero) * steady,
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

/// REL: unload in 3-5 s and flush; the stretch is measured where a drill can ask for one, so its marks
/// renormalise.
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
    const double earned =
        rubric.release_unload * unload + flush_marks * std::min(1.0, flushes / rubric.flush_strokes);
    Mark mark{.measure = "release",
              .share = rubric.release,
              .marks = 100 * earned / (rubric.release_unload + flush_marks),
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

void add_point_marks(const MarkedRun& run, const MarkedTask& task, GroupMarks& group, Measures& measures) {
    const Rubric& rubric = run.rubric;
    const auto hold = find_hold(run, task);
    if (!hold) {
        Mark mark{.measure = "hold",
                  .share = 1,
                  .value = 0,
                  .target = task.task.hold_s,
                  .unit = "s",
                  .moment_s = task.begin_s};
        mark.what = "The point was never held.";
        mark.advice = "Find the knot, sink in slowly and stay.";
        group.marks.push_back(mark);
        return;
    }
    group.marks.push_back(location_mark(rubric, *hold, measures));
    // Holding the wrong place well is worth as much of the rest as the place is right.
    const double on_point =
        math::lin(1000 * hold->distance_m, 1.5 * rubric.location_mm.full, 1.5 * rubric.location_mm.zero) /
        100;
    std::vector<Mark> rest{hold_mark(rubric, task.task, *hold, measures)};
    if (task.task.hold_discomfort) {
        rest.push_back(depth_mark(rubric, *hold, measures));
    }
    if (!run.live) {
        rest.push_back(release_mark(run, *hold, measures));
    }
    rest.push_back(search_mark(rubric, *hold, measures));
    group.undone = {.measure = "location",
                    .value = 1000 * hold->distance_m,
                    .target = rubric.location_mm.full,
                    .unit = "mm",
                    .moment_s = hold->begin_s,
                    .what = "So far from the point the hold itself counts for " + percent(on_point) + " %.",
                    .advice = "Find the knot first: a good hold beside it does not ease it."};
    for (Mark& mark : rest) {
        mark.counts = on_point;
        group.marks.push_back(mark);
    }
}

} // namespace

GroupMarks targeting_marks(const MarkedRun& run, Measures& measures) {
    GroupMarks group;
    // A drill about a point is marked at the point; its warm-up lanes still show among the measures.
    const auto point_task = std::ranges::find_if(run.tasks, [&](const MarkedTask& task) {
        return asks_for_hold(task.task) && point_of(run, task.task) != nullptr;
    });
    if (point_task == run.tasks.end()) {
        add_line_marks(run, group, measures);
    } else {
        add_point_marks(run, *point_task, group, measures);
    }
    return group;
}

} // namespace tactus::scoring
