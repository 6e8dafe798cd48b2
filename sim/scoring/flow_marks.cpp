#include "sim/math/interpolation.hpp"
#include "sim/scoring/flow_parts.hpp"
#include "sim/strokes/butterworth.hpp"
#include "sim/strokes/contact_intervals.hpp"
#include "sim/strokes/recognition.hpp"
#include "sim/strokes/smoothness.hpp"
#include "sim/strokes/statistics.hpp"
#include "sim/strokes/strokes_data.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace tactus::scoring {

namespace {

constexpr double trace_hz = 1 / strokes::trace_interval_s;

/// SM: median over the loaded strokes of SPARC less that of a smooth plateau.
std::optional<Mark> smoothness(const MarkedRun& run, Measures& measures) {
    if (std::ranges::none_of(run.tasks, [](const MarkedTask& task) { return asks_for_strokes(task.task); })) {
        return std::nullopt; // a stream of beats has a line in its spectrum by design (facts 8.1)
    }
    if (run.live) {
        return std::nullopt; // a transform a stroke is too dear for a figure that changes with each stroke
    }
    std::vector<double> loss;
    std::vector<double> jerk;
    double worst = 0;
    double moment_s = -1;
    for (const StepStroke& each : loaded_strokes(run)) {
        const strokes::Stroke& stroke = each.marked->stroke;
        const std::vector<double> speed = strokes::speed_profile(run.trace.samples, stroke);
        loss.push_back(strokes::sparc_below_plateau(speed, trace_hz));
        jerk.push_back(strokes::log_dimensionless_jerk(
            strokes::low_pass(speed, trace_hz, strokes::speed_filter_hz), trace_hz));
        if (loss.back() < worst) {
            worst = loss.back();
            moment_s = stroke.begin_s;
        }
    }
    Mark mark{.measure = "smoothness",
              .share = run.rubric.smoothness,
              .target = run.rubric.sparc_loss.full,
              .moment_s = moment_s};
    mark.what = "No whole stroke to judge.";
    mark.advice = "Make long, even strokes over the whole zone.";
    if (!loss.empty()) {
        mark.value = strokes::median(loss);
        mark.marks = math::lin(mark.value, run.rubric.sparc_loss.full, run.rubric.sparc_loss.zero);
        mark.what = "The strokes were jerky: " + rounded(-mark.value, 1) + " below an even stroke.";
        mark.advice = "Move from the hips in one piece; let the speed rise, stay and fade.";
        measures["sparc_below_plateau"] = mark.value;
        measures["log_dimensionless_jerk"] = strokes::median(jerk);
    }
    return mark;
}

/// Work in which a hand stays on the client; blows leave.
bool stays_on(const MarkedTask& task) {
    if (work_of(task.task) != Work::rhythm) {
        return asks_for_strokes(task.task);
    }
    return std::ranges::none_of(task.task.techniques, strokes::leaves_the_skin);
}

/// How the hands stayed on one region: steps in a row that ask for the same zone.
struct RegionContact {
    std::optional<Zone> zone;
    int breaks = 0;
    double samples = 0; ///< with a hand on the client
};

/// Adds what a step shows to its region; returns when the first break began, or -1.
double add_contact(const MarkedTask& task, double longest_s, RegionContact& region) {
    constexpr double end_tolerance_s = 1; // lifting just before the bell is no break
    double moment_s = -1;
    for (const strokes::Interval& gap : strokes::breaks(task.samples, longest_s)) {
        const bool before_first = gap.begin_s <= task.samples.front().t_s;
        const bool at_the_end = gap.end_s >= task.samples.back().t_s && gap.duration_s() <= end_tolerance_s;
        if (!before_first && !at_the_end) {
            ++region.breaks;
            moment_s = moment_s < 0 ? gap.begin_s : moment_s;
        }
    }
    for (const strokes::TraceSample& sample : task.samples) {
        region.samples +=
            strokes::in_contact(sample.hands[0]) || strokes::in_contact(sample.hands[1]) ? 1 : 0;
    }
    return moment_s;
}

double marks_of_breaks(const Rubric& rubric, int breaks) {
    const auto& steps = rubric.contact_break_marks;
    const auto listed = std::min(static_cast<std::size_t>(breaks), steps.size() - 1);
    const double beyond = breaks - static_cast<double>(listed);
    return std::max(0.0, steps[listed] - beyond * rubric.contact_break_each);
}

/// CT: contact breaks over 0.3 s in each region, within the steps of strokes and of rhythms that stay on the
/// skin; a region counts by the time that it was touched.
Mark contact_kept(const MarkedRun& run, Measures& measures) {
    std::vector<RegionContact> regions;
    double moment_s = -1;
    for (const MarkedTask& task : run.tasks) {
        if (!stays_on(task) || task.samples.empty()) {
            continue;
        }
        if (regions.empty() || regions.back().zone != task.task.zone) {
            regions.push_back({.zone = task.task.zone});
        }
        const double first_s = add_contact(task, run.rubric.contact_break_s, regions.back());
        moment_s = moment_s < 0 ? first_s : moment_s;
    }
    int breaks = 0;
    double marks = 0;
    double samples = 0;
    for (const RegionContact& region : regions) {
        breaks += region.breaks;
        marks += region.samples * marks_of_breaks(run.rubric, region.breaks);
        samples += region.samples;
    }
    Mark mark{.measure = "contact",
              .share = run.rubric.contact,
              .value = static_cast<double>(breaks),
              .target = static_cast<double>(std::max<std::size_t>(1, regions.size())),
              .moment_s = moment_s};
    measures["contact_breaks"] = breaks;
    if (samples == 0) {
        mark.what = "The hands never touched the skin.";
        mark.advice = "Lay the hand down before you stroke.";
        return mark;
    }
    mark.marks = marks / samples;
    mark.what = "Contact was broken " + times(breaks) + ".";
    mark.advice = "Keep one hand on the client while the other moves.";
    return mark;
}

/// The reason for marks that could not be earned, as too little of what was asked for was done.
Mark undone_work(const MarkedRun& run, double done) {
    Mark mark{.measure = "stroke_time",
              .value = 100 * done,
              .target = 100,
              .unit = "%",
              .what = "Whole strokes filled only " + percent(done) + " % of the time asked for.",
              .advice = "Make each stroke as long as the zone and follow one with the next."};
    const auto wrong = std::ranges::min_element(run.tasks, {}, &MarkedTask::right_technique);
    if (wrong->right_technique < 0.5) {
        mark.measure = "technique";
        mark.moment_s = wrong->begin_s;
        mark.what = "At " + clock(wrong->begin_s) + " only " + percent(wrong->right_technique) +
                    " % of the work was " + words(wrong->task.techniques.front()) + ".";
        mark.advice = "Look at the ghost hands: follow their way, their size and their beat.";
    } else if (std::ranges::none_of(run.tasks,
                                    [](const MarkedTask& task) { return asks_for_strokes(task.task); })) {
        mark.measure = "work_time";
        mark.what = "The work filled only " + percent(done) + " % of the time asked for.";
        mark.advice = "Go on without a halt for as long as the step runs.";
    }
    return mark;
}

} // namespace

GroupMarks flow_marks(const MarkedRun& run, Measures& measures) {
    GroupMarks group;
    const auto flows = [](const MarkedTask& task) {
        const Work work = work_of(task.task);
        return work == Work::strokes || work == Work::rhythm || work == Work::stretch;
    };
    if (std::ranges::none_of(run.tasks, flows)) {
        return group;
    }
    double whole = 0;
    for (const MarkedTask& task : run.tasks) {
        whole += static_cast<double>(std::ranges::count_if(
            task.strokes, [](const MarkedStroke& s) { return s.whole && !s.returning; }));
    }
    measures["strokes"] = whole;
    if (std::ranges::any_of(run.tasks, stays_on)) {
        group.marks.push_back(contact_kept(run, measures));
    }
    for (const auto& mark : {smoothness(run, measures), rhythm_mark(run, measures), pace_mark(run, measures),
                             tone_mark(run, measures)}) {
        if (mark) {
            group.marks.push_back(*mark);
        }
    }
    group.done = run.work_share();
    group.undone = undone_work(run, group.done);
    double off_pace = 0;
    double loaded = 0;
    for (const StepStroke& each : step_strokes(run)) {
        loaded += each.marked->returning ? 0 : 1;
        off_pace += each.marked->off_pace ? 1 : 0;
    }
    if (2 * off_pace > loaded) {
        group.undone.what = "Most strokes were more than twice as fast or slow as asked.";
        group.undone.advice = "Take the pace from the band: one stroke for each breath.";
    }
    return group;
}

} // namespace tactus::scoring
