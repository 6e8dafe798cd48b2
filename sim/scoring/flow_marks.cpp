#include "sim/math/interpolation.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/scoring/group_marks.hpp"
#include "sim/strokes/butterworth.hpp"
#include "sim/strokes/contact_intervals.hpp"
#include "sim/strokes/smoothness.hpp"
#include "sim/strokes/statistics.hpp"
#include "sim/strokes/strokes_data.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace tactus::scoring {

namespace {

constexpr double trace_hz = 1 / strokes::trace_interval_s;

/// 100 inside the band; outside it fades with |ln(v / v_edge)| to 0 at a factor of 2 (facts 7.3, SP).
double edge_marks(double value, Band band) {
    if (value >= band.low && value <= band.high) {
        return 100;
    }
    if (value <= 0) {
        return 0;
    }
    const double edge = value < band.low ? band.low : band.high;
    return math::lin(std::fabs(math::log(value / edge)), 0, math::log(2.0));
}

/// SM: median over the loaded strokes of SPARC less that of a smooth plateau.
std::optional<Mark> smoothness(const MarkedRun& run, Measures& measures) {
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

/// Begins of the loaded strokes of one hand, over stroke steps that follow one another without another step
/// between.
struct StrokeChain {
    std::vector<double> begins_s;
    std::optional<Band> per_min;
};

std::vector<StrokeChain> stroke_chains(const MarkedRun& run, contact::Side side) {
    std::vector<StrokeChain> chains;
    bool joined = false;
    for (const MarkedTask& task : run.tasks) {
        if (asks_for_strokes(task.task) && !joined) {
            chains.push_back({{}, task.task.strokes_per_min});
        }
        joined = asks_for_strokes(task.task);
        for (const MarkedStroke& marked : task.strokes) {
            if (joined && marked.whole && !marked.returning && marked.stroke.hand == side) {
                chains.back().begins_s.push_back(marked.stroke.begin_s);
            }
        }
    }
    std::erase_if(chains, [](const StrokeChain& chain) { return chain.begins_s.size() < 3; });
    return chains;
}

/// RH: variation of the period from stroke to stroke, and the rate against the wanted one.
std::optional<Mark> rhythm(const MarkedRun& run, Measures& measures) {
    double cv = 0;
    double rate_marks = 0;
    double rate = 0;
    double weight = 0;
    std::vector<StrokeChain> chains = stroke_chains(run, contact::Side::left);
    std::ranges::move(stroke_chains(run, contact::Side::right), std::back_inserter(chains));
    for (const StrokeChain& chain : chains) {
        std::vector<double> periods;
        for (std::size_t k = 1; k < chain.begins_s.size(); ++k) {
            periods.push_back(chain.begins_s[k] - chain.begins_s[k - 1]);
        }
        const auto count = static_cast<double>(periods.size());
        const double per_min = 60 / strokes::median(periods);
        cv += strokes::variation(periods) * count;
        rate += per_min * count;
        rate_marks += (chain.per_min ? edge_marks(per_min, *chain.per_min) : 100) * count;
        weight += count;
    }
    const bool demanded = std::ranges::any_of(run.tasks, [](const MarkedTask& task) {
        return asks_for_strokes(task.task) && task.task.strokes_per_min;
    });
    if (weight == 0 && (!demanded || run.live)) {
        return std::nullopt;
    }
    Mark mark{.measure = "rhythm",
              .share = run.rubric.rhythm,
              .target = 100 * run.rubric.rhythm_cv.full,
              .unit = "%",
              .what = "Too few strokes to have a rhythm.",
              .advice = "Stroke without a halt: one long stroke after the other."};
    if (weight == 0) {
        return mark;
    }
    mark.value = 100 * cv / weight;
    const double regular = math::lin(cv / weight, run.rubric.rhythm_cv.full, run.rubric.rhythm_cv.zero);
    mark.marks = regular * rate_marks / weight / 100;
    measures["stroke_period_cv_percent"] = mark.value;
    measures["strokes_per_min"] = rate / weight;
    mark.what = "The time from stroke to stroke varied by " + rounded(mark.value) + " %.";
    mark.advice = "Count along: the same number of beats for each stroke and each return.";
    if (rate_marks / weight < regular) {
        mark.what = "The pace was " + rounded(rate / weight) + " strokes a minute.";
        mark.advice = "Follow the metronome until the pace is yours.";
    }
    return mark;
}

/// CT: contact breaks over 0.3 s within the stroke steps.
Mark contact_kept(const MarkedRun& run, Measures& measures) {
    constexpr double end_tolerance_s = 1; // lifting just before the bell is no break
    int broken = 0;
    double moment_s = -1;
    double contact_samples = 0;
    for (const MarkedTask& task : run.tasks) {
        if (!asks_for_strokes(task.task) || task.samples.empty()) {
            continue;
        }
        for (const strokes::Interval& gap : strokes::breaks(task.samples, run.rubric.contact_break_s)) {
            const bool before_first = gap.begin_s <= task.samples.front().t_s;
            const bool at_the_end =
                gap.end_s >= task.samples.back().t_s && gap.duration_s() <= end_tolerance_s;
            if (!before_first && !at_the_end) {
                ++broken;
                moment_s = moment_s < 0 ? gap.begin_s : moment_s;
            }
        }
        for (const strokes::TraceSample& sample : task.samples) {
            contact_samples +=
                strokes::in_contact(sample.hands[0]) || strokes::in_contact(sample.hands[1]) ? 1 : 0;
        }
    }
    Mark mark{.measure = "contact",
              .share = run.rubric.contact,
              .value = static_cast<double>(broken),
              .target = 1,
              .moment_s = moment_s};
    measures["contact_breaks"] = broken;
    if (contact_samples == 0) {
        mark.what = "The hands never touched the skin.";
        mark.advice = "Lay the hand down before you stroke.";
        return mark;
    }
    const auto& steps = run.rubric.contact_break_marks;
    const auto listed = std::min(static_cast<std::size_t>(broken), steps.size() - 1);
    const double beyond = broken - static_cast<double>(listed);
    mark.marks = std::max(0.0, steps[listed] - beyond * run.rubric.contact_break_each);
    mark.what = "Contact was broken " + std::to_string(broken) + " times.";
    mark.advice = "Keep one hand on the client while the other moves.";
    return mark;
}

/// Way of the loaded strokes and how well its speed was the one asked for.
struct PacedWay {
    double marks = 0; ///< way times marks
    double way_m = 0;
    double inside_m = 0;
    double time_s = 0;
};

PacedWay paced_way(const MarkedRun& run, const strokes::Stroke& stroke, Band band) {
    PacedWay way;
    for (const double speed : strokes::speed_profile(run.trace.samples, stroke)) {
        const double step_m = speed * strokes::trace_interval_s;
        way.marks += edge_marks(speed, band) * step_m;
        way.way_m += step_m;
        way.inside_m += speed >= band.low && speed <= band.high ? step_m : 0;
        way.time_s += strokes::trace_interval_s;
    }
    return way;
}

/// SP: share of the loaded way inside the speed band, fading outside it.
std::optional<Mark> pace(const MarkedRun& run, Measures& measures) {
    const auto paced = std::ranges::find_if(
        run.tasks, [](const MarkedTask& task) { return asks_for_strokes(task.task) && task.task.speed_m_s; });
    if (paced == run.tasks.end()) {
        return std::nullopt;
    }
    PacedWay sum;
    double worst = 100;
    double moment_s = -1;
    for (const StepStroke& each : step_strokes(run)) {
        if (each.marked->returning || !each.task->task.speed_m_s) {
            continue;
        }
        const PacedWay way = paced_way(run, each.marked->stroke, *each.task->task.speed_m_s);
        if (way.way_m > 0 && way.marks / way.way_m < worst) {
            worst = way.marks / way.way_m;
            moment_s = each.marked->stroke.begin_s;
        }
        sum = {sum.marks + way.marks, sum.way_m + way.way_m, sum.inside_m + way.inside_m,
               sum.time_s + way.time_s};
    }
    const Band band = *paced->task.speed_m_s;
    Mark mark{.measure = "speed",
              .share = run.rubric.speed,
              .target = 50 * (static_cast<double>(band.low) + band.high),
              .unit = "cm/s",
              .moment_s = moment_s};
    mark.what = "No stroke whose speed could be judged.";
    mark.advice = "Glide at the speed that the band shows.";
    if (sum.way_m > 0) {
        const double inside = sum.inside_m / sum.way_m;
        mark.value = 100 * sum.way_m / sum.time_s;
        mark.marks = sum.marks / sum.way_m;
        mark.what = percent(inside) + " % of the way was at the speed asked for; the mean was " +
                    rounded(mark.value) + " cm/s.";
        mark.advice = mark.value > 100 * band.high ? "Slow down: let the stroke take as long as a breath."
                                                   : "Keep the glide even, neither dwelling nor hurrying.";
        measures["speed_mean_cm_s"] = mark.value;
        measures["speed_in_band_percent"] = 100 * inside;
    }
    return mark;
}

} // namespace

GroupMarks flow_marks(const MarkedRun& run, Measures& measures) {
    GroupMarks group;
    if (std::ranges::none_of(run.tasks, [](const MarkedTask& task) { return asks_for_strokes(task.task); })) {
        return group;
    }
    double whole = 0;
    for (const MarkedTask& task : run.tasks) {
        whole += static_cast<double>(std::ranges::count_if(
            task.strokes, [](const MarkedStroke& s) { return s.whole && !s.returning; }));
    }
    measures["strokes"] = whole;
    group.marks.push_back(contact_kept(run, measures));
    for (const auto& mark : {smoothness(run, measures), rhythm(run, measures), pace(run, measures)}) {
        if (mark) {
            group.marks.push_back(*mark);
        }
    }
    group.done = run.stroke_share();
    group.undone = {.measure = "stroke_time",
                    .value = 100 * group.done,
                    .target = 100,
                    .unit = "%",
                    .what = "Whole strokes filled only " + percent(group.done) + " % of the time asked for.",
                    .advice = "Make each stroke as long as the zone and follow one with the next."};
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
