#include "sim/math/interpolation.hpp"
#include "sim/scoring/band_time.hpp"
#include "sim/scoring/group_marks.hpp"
#include "sim/scoring/joint_stretch.hpp"
#include "sim/scoring/point_hold.hpp"
#include "sim/strokes/contact_intervals.hpp"
#include "sim/strokes/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

namespace {

using strokes::trace_interval_s;

Mark time_in_band(const MarkedRun& run, Measures& measures) {
    const BandTime time = band_time(run);
    Mark mark{.measure = "time_in_band", .share = run.rubric.time_in_band, .target = 100, .unit = "%"};
    if (time.samples == 0) {
        mark.what = "No loaded contact in the steps that ask for a force.";
        mark.advice = "Lay the hand down and lean in until the gauge reaches the band.";
        return mark;
    }
    mark.marks = 100 * time.credit / time.samples;
    mark.value = 100 * time.inside / time.samples;
    mark.moment_s = time.worst_second();
    const bool hard = time.above > time.below;
    mark.what = "In range for " + rounded(mark.value) + " % of contact, mostly " +
                (hard ? "too hard." : "too light.");
    mark.advice = hard
                      ? "Lean less: let the weight of the arm do the work and keep the gauge inside the band."
                      : "Lean in from the legs until the gauge reaches the band.";
    if (time.wrong_tool > 0.2 * time.samples) {
        mark.what = "For " + percent(time.wrong_tool / time.samples) +
                    " % of contact the tool was not the one asked for.";
        mark.advice = "Change to the tool that the step names before you touch.";
    }
    measures["time_in_band_percent"] = mark.value;
    measures["too_hard_percent"] = 100 * time.above / time.samples;
    measures["too_light_percent"] = 100 * time.below / time.samples;
    // Constant, absolute and variable error, as the literature reports force (facts 8.3).
    const double constant = time.error_n / time.samples;
    measures["force_constant_error_n"] = constant;
    measures["force_absolute_error_n"] = time.absolute_error_n / time.samples;
    measures["force_variable_error_n"] =
        std::sqrt(std::max(0.0, time.squared_error / time.samples - constant * constant));
    return mark;
}

/// Sum of variation weighted by the seconds that it was measured over.
struct Variation {
    double sum = 0;
    double seconds = 0;

    void add(double cv, double over_s) {
        sum += cv * over_s;
        seconds += over_s;
    }
};

void add_strokes(const MarkedTask& task, Variation& variation) {
    std::vector<double> plateaus;
    double time_s = 0;
    for (const MarkedStroke& marked : task.strokes) {
        if (marked.whole && !marked.returning) {
            plateaus.push_back(marked.stroke.plateau_force_n);
            time_s += marked.stroke.duration_s();
        }
    }
    if (plateaus.size() >= 2) {
        variation.add(strokes::variation(plateaus), time_s);
    }
}

/// The hardest moment of each beat, for each hand by itself.
void add_beats(const MarkedTask& task, Variation& variation) {
    for (const strokes::Beats& hand : task.beats) {
        std::vector<double> peaks;
        for (const strokes::Beat& beat : hand.beats) {
            peaks.push_back(beat.peak_force_n);
        }
        if (peaks.size() >= 3) {
            variation.add(strokes::variation(peaks), hand.beats.back().t_s - hand.beats.front().t_s);
        }
    }
}

/// CON: variation of plateau force over the loaded strokes of a step, of peaks over its beats, and over a
/// hold.
std::optional<Mark> consistency(const MarkedRun& run, Measures& measures) {
    Variation variation;
    bool demanded = false;
    for (const MarkedTask& task : run.tasks) {
        if (!task.task.force_n) {
            continue;
        }
        const Work work = work_of(task.task);
        demanded = demanded || (work != Work::nothing && work != Work::search && work != Work::palpate);
        if (work == Work::strokes) {
            add_strokes(task, variation);
        } else if (work == Work::rhythm) {
            add_beats(task, variation);
        } else if (const auto stretch = work == Work::stretch ? find_stretch(run, task) : std::nullopt) {
            variation.add(stretch->force_cv, stretch->hold_s());
        } else if (const auto hold = work == Work::hold ? find_hold(run, task) : std::nullopt) {
            variation.add(hold->force_cv, hold->duration_s());
        }
    }
    if (!demanded) {
        return std::nullopt;
    }
    Mark mark{.measure = "consistency", .share = run.rubric.consistency, .unit = "%"};
    mark.target = 100 * run.rubric.consistency_cv.full;
    if (variation.seconds == 0) {
        mark.what = "Too few whole strokes to compare their force.";
        mark.advice = "Repeat the same stroke with the same weight.";
        return mark;
    }
    const double cv = variation.sum / variation.seconds;
    mark.value = 100 * cv;
    mark.marks = math::lin(cv, run.rubric.consistency_cv.full, run.rubric.consistency_cv.zero);
    mark.what = "Force varied by " + percent(cv) + " % from stroke to stroke.";
    mark.advice = "Find one lean and repeat it: same stance, same weight, every stroke.";
    measures["force_cv_percent"] = 100 * cv;
    return mark;
}

/// Touch-downs and lift-offs, and the worst of them.
struct Ramps {
    double fine = 0;
    double events = 0;
    double worst_n_s = 0;
    double limit_n_s = 30; ///< that held for the worst
    double moment_s = -1;
};

/// Peak dF/dt of a hand over [begin, end) against the step's limit.
void judge_ramp(const MarkedTask& task, contact::Side side, strokes::Contact window, Ramps& ramps) {
    constexpr std::size_t over =
        12; // dF/dt over 0.1 s: shorter is noise of the contact, not the hand's doing
    const auto force = [&](std::size_t i) {
        return task.samples[i].hands[static_cast<std::size_t>(side)].force_n;
    };
    double peak = 0;
    for (std::size_t i = window.begin; i + over < window.end; ++i) {
        const double change = std::fabs(static_cast<double>(force(i + over)) - force(i));
        peak = std::max(peak, change / (static_cast<double>(over) * trace_interval_s));
    }
    const double limit = task.task.ramp_limit_n_s;
    ramps.events += 1;
    ramps.fine += peak <= limit ? 1 : 0;
    if (peak / limit > ramps.worst_n_s / ramps.limit_n_s) {
        ramps.worst_n_s = peak;
        ramps.limit_n_s = limit;
        ramps.moment_s = task.samples[window.begin].t_s;
    }
}

void judge_hand(const MarkedTask& task, contact::Side side, Ramps& ramps) {
    constexpr std::size_t watched = 60; // within 0.5 s of the touch
    if (task.strikes(side)) {
        return; // a blow is quick by its nature
    }
    for (const strokes::Contact& contact : strokes::contacts(task.samples, side, 0)) {
        if (contact.begin > 0) {
            judge_ramp(task, side, {contact.begin, std::min(contact.begin + watched, contact.end)}, ramps);
        }
        if (contact.end < task.samples.size()) {
            judge_ramp(task, side,
                       {contact.end - std::min(watched, contact.end - contact.begin), contact.end}, ramps);
        }
    }
}

/// RMP: share of touch-downs and lift-offs whose dF/dt stays under the limit.
std::optional<Mark> ramps(const MarkedRun& run, Measures& measures) {
    Ramps found;
    for (const MarkedTask& task : run.tasks) {
        if (task.task.force_n) {
            judge_hand(task, contact::Side::left, found);
            judge_hand(task, contact::Side::right, found);
        }
    }
    if (found.events == 0) {
        return std::nullopt;
    }
    Mark mark{.measure = "ramp",
              .share = run.rubric.ramp,
              .marks = 100 * found.fine / found.events,
              .value = found.worst_n_s,
              .target = found.limit_n_s,
              .unit = "N/s",
              .moment_s = found.moment_s};
    mark.what = "Touched down or lifted off at up to " + rounded(found.worst_n_s) + " N/s.";
    mark.advice = "Let the hand arrive and leave slowly: a second to reach its weight.";
    measures["ramp_peak_n_s"] = found.worst_n_s;
    measures["ramp_in_limit_percent"] = mark.marks;
    return mark;
}

/// Seconds of the hold or the stretch that a step asks for.
double held_s(const MarkedRun& run, const MarkedTask& task) {
    if (work_of(task.task) == Work::stretch) {
        const auto stretch = find_stretch(run, task);
        return stretch ? stretch->hold_s() : 0;
    }
    const auto hold = find_hold(run, task);
    return hold ? hold->duration_s() : 0;
}

/// How much of the demanded loaded time was done, in strokes, holds and stretches together.
double done_share(const MarkedRun& run) {
    double done_s = 0;
    double wanted_s = 0;
    for (const MarkedTask& task : run.tasks) {
        if (!task.task.force_n) {
            continue;
        }
        const Work work = work_of(task.task);
        if (work == Work::strokes || work == Work::rhythm) {
            const double wanted = run.rubric.demanded_contact * task.duration_s();
            done_s += std::min(wanted, task.work_time_s());
            wanted_s += wanted;
        } else if (work == Work::hold || work == Work::stretch) {
            const double wanted =
                run.rubric.demanded_hold * std::min(static_cast<double>(task.task.hold_s), task.duration_s());
            done_s += std::min(wanted, held_s(run, task));
            wanted_s += wanted;
        }
    }
    return wanted_s > 0 ? done_s / wanted_s : 1;
}

} // namespace

GroupMarks pressure_marks(const MarkedRun& run, Measures& measures) {
    GroupMarks group;
    if (std::ranges::none_of(run.tasks,
                             [](const MarkedTask& task) { return task.task.force_n.has_value(); })) {
        return group;
    }
    group.marks.push_back(time_in_band(run, measures));
    for (const auto& mark : {consistency(run, measures), order_mark(run, measures), ramps(run, measures)}) {
        if (mark) {
            group.marks.push_back(*mark);
        }
    }
    group.done = done_share(run);
    group.undone = {.measure = "pressure_time",
                    .value = 100 * group.done,
                    .target = 100,
                    .unit = "%",
                    .what = "Only " + percent(group.done) + " % of the loaded time asked for was done.",
                    .advice = "Keep stroking, or keep holding, for as long as the step runs."};
    return group;
}

} // namespace tactus::scoring
