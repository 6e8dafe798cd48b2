#include "sim/math/interpolation.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/scoring/beat_marks.hpp"
#include "sim/scoring/targeting_parts.hpp"
#include "sim/scoring/zone_dose.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tactus::scoring {

namespace {

constexpr double beating_m_s = 0.01; // slower, a beating hand is at its turn

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

Way way_along(const MarkedRun& run) {
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
    mark.what = "Of the zone " + percent(dose.covered_share) + " % was covered; most of the gap is at the " +
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
    mark.what = "Of the pressure " + percent(dose.stray_share) + " % went outside the zone.";
    mark.advice = "Keep the hand on the lane that is shown.";
    measures["stray_percent"] = mark.value;
    return mark;
}

/// DEP, over loaded strokes and beats: share of them with the client feeling what the step asks for.
std::optional<Mark> felt_mark(const MarkedRun& run, Measures& measures) {
    double right = 0;
    double strong = 0;
    double loaded = 0;
    Band wanted;
    for (const MarkedTask& task : run.tasks) {
        if (!task.task.discomfort) {
            continue;
        }
        wanted = *task.task.discomfort;
        for (const strokes::TraceSample& sample : task.samples) {
            const bool pressed = std::ranges::any_of(sample.hands, [&](const strokes::HandSample& hand) {
                return strokes::in_contact(hand) &&
                       hand.force_n >= 0.5 * static_cast<double>(task.task.force_n.value_or(Band{2, 2}).low);
            });
            loaded += pressed ? 1 : 0;
            right += pressed && sample.discomfort >= wanted.low && sample.discomfort <= wanted.high ? 1 : 0;
            strong += pressed && sample.discomfort > wanted.high ? 1 : 0;
        }
    }
    if (loaded == 0) {
        return std::nullopt;
    }
    Mark mark{.measure = "felt",
              .share = run.rubric.felt,
              .marks = 100 * right / loaded,
              .value = 100 * right / loaded,
              .target = 100,
              .unit = "%"};
    mark.what = "For " + percent(right / loaded) + " % of the loaded time the client felt " +
                rounded(wanted.low, 1) + " to " + rounded(wanted.high, 1) + " of 10; " +
                percent(strong / loaded) + " % was more.";
    mark.advice = strong > loaded - right - strong ? "Less weight: strong but good, never more."
                                                   : "Sink in slowly until the client feels it works.";
    measures["felt_percent"] = mark.value;
    return mark;
}

} // namespace

GroupMarks line_marks(const MarkedRun& run, Measures& measures) {
    GroupMarks group;
    const ZoneDose dose = zone_dose(run);
    const Way way = way_along(run);
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
        mark.what = "Of the loaded way " + percent(share) + " % went in the direction asked for.";
        mark.advice = "Load the stroke on the way that is asked, and come back light.";
        measures["direction_percent"] = mark.value;
        group.marks.push_back(mark);
    }
    for (Mark& mark : beat_marks(run, measures)) {
        mark.counts = done;
        group.marks.push_back(mark);
    }
    if (auto mark = felt_mark(run, measures)) {
        mark->counts = done;
        group.marks.push_back(*mark);
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
    return group;
}

} // namespace tactus::scoring
