#include "sim/math/transcendental.hpp"
#include "sim/scoring/flow_parts.hpp"
#include "sim/scoring/joint_stretch.hpp"

#include <algorithm>

namespace tactus::scoring {

namespace {

/// Way of the loaded strokes and how well its speed was the one asked for.
struct PacedWay {
    double marks = 0; ///< way times marks
    double way_m = 0;
    double inside_m = 0;
    double time_s = 0;
    double worst = 100;
    double moment_s = -1; ///< of the worst stroke
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

PacedWay all_strokes(const MarkedRun& run) {
    PacedWay sum;
    for (const StepStroke& each : step_strokes(run)) {
        if (each.marked->returning || !each.task->task.speed_m_s) {
            continue;
        }
        const PacedWay way = paced_way(run, each.marked->stroke, *each.task->task.speed_m_s);
        if (way.way_m > 0 && way.marks / way.way_m < sum.worst) {
            sum.worst = way.marks / way.way_m;
            sum.moment_s = each.marked->stroke.begin_s;
        }
        sum.marks += way.marks;
        sum.way_m += way.way_m;
        sum.inside_m += way.inside_m;
        sum.time_s += way.time_s;
    }
    return sum;
}

/// Beats and how well their rate was the one asked for, weighted by the time they took.
struct PacedBeats {
    double marks = 0; ///< time times marks
    double inside_s = 0;
    double time_s = 0;
    double count = 0;
    Band hz; ///< of the last step that asked
};

PacedBeats all_beats(const MarkedRun& run) {
    PacedBeats sum;
    for (const MarkedTask& task : run.tasks) {
        if (work_of(task.task) != Work::rhythm) {
            continue;
        }
        sum.hz = *task.task.beat_hz;
        for (const std::vector<double>& periods : beat_periods(task)) {
            for (const double period : periods) {
                const double marks = edge_marks(1 / period, sum.hz);
                sum.marks += marks * period;
                sum.inside_s += marks == 100 ? period : 0;
                sum.time_s += period;
                sum.count += 1;
            }
        }
    }
    return sum;
}

/// Stretches and how well the joint was led at the speed asked for.
struct PacedBends {
    double marks = 0; ///< time times marks
    double time_s = 0;
    double way_rad = 0;
    double moment_s = -1; ///< of the last
    Band rad_s;

    void add(const JointStretch& stretch, Band asked) {
        const double seconds = stretch.barrier_s - stretch.begin_s;
        marks += stretch.pace_marks * seconds;
        time_s += seconds;
        way_rad += stretch.mean_rad_s * seconds;
        moment_s = stretch.begin_s;
        rad_s = asked;
    }
};

PacedBends all_bends(const MarkedRun& run) {
    PacedBends sum;
    for (const MarkedTask& task : run.tasks) {
        if (const auto stretch = task.task.bend_rad_s ? find_stretch(run, task) : std::nullopt) {
            sum.add(*stretch, *task.task.bend_rad_s);
        }
    }
    return sum;
}

void describe_bends(const PacedBends& bends, Mark& mark) {
    constexpr double degrees = 180 / math::pi;
    mark.value = degrees * bends.way_rad / bends.time_s;
    mark.target = degrees * 0.5 * (static_cast<double>(bends.rad_s.low) + bends.rad_s.high);
    mark.unit = "deg/s";
    mark.moment_s = bends.moment_s;
    mark.what = "The joint was led at " + rounded(mark.value, 1) + " degrees a second, where " +
                rounded(degrees * bends.rad_s.low, 1) + " to " + rounded(degrees * bends.rad_s.high, 1) +
                " were asked.";
    mark.advice = mark.value > degrees * bends.rad_s.high
                      ? "Lead it half as fast: a quick stretch makes the muscle fight."
                      : "Keep it moving, slowly and evenly, until the first resistance.";
}

void describe_strokes(const PacedWay& way, Band band, Mark& mark, Measures& measures) {
    const double inside = way.inside_m / way.way_m;
    mark.value = 100 * way.way_m / way.time_s;
    mark.what = "Of the way " + percent(inside) + " % was at the speed asked for; the mean was " +
                rounded(mark.value) + " cm/s.";
    mark.advice = mark.value > 100 * band.high ? "Slow down: let the stroke take as long as a breath."
                                               : "Keep the glide even, neither dwelling nor hurrying.";
    measures["speed_mean_cm_s"] = mark.value;
    measures["speed_in_band_percent"] = 100 * inside;
}

void describe_beats(const PacedBeats& beats, Mark& mark) {
    mark.value = beats.count / beats.time_s;
    mark.target = 0.5 * (static_cast<double>(beats.hz.low) + beats.hz.high);
    mark.unit = "/s";
    mark.what = "For " + percent(beats.inside_s / beats.time_s) +
                " % of the time the beat was as asked; the mean was " + rounded(mark.value, 1) + " a second.";
    mark.advice = mark.value > beats.hz.high ? "Slow down: count the beat before you begin."
                                             : "Quicken the beat from the wrist and keep it even.";
}

} // namespace

std::optional<Mark> pace_mark(const MarkedRun& run, Measures& measures) {
    const auto paced = std::ranges::find_if(
        run.tasks, [](const MarkedTask& task) { return asks_for_strokes(task.task) && task.task.speed_m_s; });
    const bool strokes_asked = paced != run.tasks.end();
    const bool beats_asked = std::ranges::any_of(
        run.tasks, [](const MarkedTask& task) { return work_of(task.task) == Work::rhythm; });
    const bool bends_asked = std::ranges::any_of(
        run.tasks, [](const MarkedTask& task) { return task.task.bend_rad_s.has_value(); });
    if (!strokes_asked && !beats_asked && !bends_asked) {
        return std::nullopt;
    }
    Mark mark{.measure = "speed",
              .share = run.rubric.speed,
              .what = "Nothing was done whose speed could be judged.",
              .advice = "Move at the speed that the band shows."};
    const PacedWay way = all_strokes(run);
    const PacedBeats beats = all_beats(run);
    const PacedBends bends = all_bends(run);
    if (bends.time_s > 0) {
        describe_bends(bends, mark);
    }
    if (beats.time_s > 0) {
        describe_beats(beats, mark);
        measures["beats_per_s"] = mark.value;
        measures["beat_in_band_percent"] = 100 * beats.inside_s / beats.time_s;
    }
    if (strokes_asked) {
        const Band band = *paced->task.speed_m_s;
        mark.target = 50 * (static_cast<double>(band.low) + band.high);
        mark.unit = "cm/s";
        mark.moment_s = way.moment_s;
        if (way.way_m > 0) {
            const bool beats_worse = beats.time_s > 0 && beats.marks / beats.time_s < way.marks / way.way_m;
            Mark strokes = mark;
            describe_strokes(way, band, strokes, measures);
            mark = beats_worse ? mark : strokes;
        }
    }
    const double time_s = way.time_s + beats.time_s + bends.time_s;
    const double stroke_marks = way.way_m > 0 ? way.marks / way.way_m : 0;
    mark.marks = time_s > 0 ? (stroke_marks * way.time_s + beats.marks + bends.marks) / time_s : 0;
    return mark;
}

} // namespace tactus::scoring
