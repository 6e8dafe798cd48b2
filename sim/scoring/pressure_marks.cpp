#include "sim/math/interpolation.hpp"
#include "sim/scoring/group_marks.hpp"
#include "sim/scoring/point_hold.hpp"
#include "sim/scoring/walton.hpp"
#include "sim/strokes/contact_intervals.hpp"
#include "sim/strokes/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

namespace {

using strokes::HandSample;
using strokes::trace_interval_s;
using strokes::TraceSample;

constexpr double hold_ramp_s = 5;          // facts 4.2: load in 3-5 s, unload in 3-5 s
constexpr double longest_turn_share = 0.2; // of a stroke at each end may be the turn and the change of force

/// Running figures of time in band.
struct BandTime {
    double credit = 0;
    double samples = 0;
    double inside = 0;
    double above = 0;
    double below = 0;
    double wrong_tool = 0;
    double error_n = 0; ///< sum of force - nearest edge... of the mean of the band, for CE and AE (facts 8.3)
    double absolute_error_n = 0;
    double squared_error = 0;
    std::vector<double> second_credit; ///< by second of the run, to find the worst moment
    std::vector<double> second_samples;
};

/// Which samples of a hand are on their way between two forces: as long as the ramp limit itself demands at
/// the ends of a contact or stroke. Force out of band there is no fault.
std::vector<bool> ramping(const MarkedRun& run, const MarkedTask& task, contact::Side hand) {
    std::vector<bool> mask(task.samples.size(), false);
    const auto excuse = [&](double t_s, double around_s) {
        const auto first = static_cast<std::ptrdiff_t>((t_s - around_s - task.begin_s) / trace_interval_s);
        const auto last = static_cast<std::ptrdiff_t>((t_s + around_s - task.begin_s) / trace_interval_s);
        const auto size = static_cast<std::ptrdiff_t>(mask.size());
        for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, first); i <= last && i < size; ++i) {
            mask[static_cast<std::size_t>(i)] = true;
        }
    };
    const double ramp_s = task.task.force_n->low / std::max(1.0F, task.task.ramp_limit_n_s);
    const double around_contact_s = asks_for_hold(task.task) ? hold_ramp_s : ramp_s;
    for (const strokes::Contact& contact :
         strokes::contacts(task.samples, hand, run.rubric.contact_break_s)) {
        const double length_s = static_cast<double>(contact.end - contact.begin) * trace_interval_s;
        const double around_s = std::min(around_contact_s, longest_turn_share * length_s);
        excuse(task.samples[contact.begin].t_s, around_s);
        excuse(task.samples[contact.end - 1].t_s, around_s);
    }
    for (const MarkedStroke& marked : task.strokes) {
        if (marked.stroke.hand == hand && marked.whole) {
            const double around_s = std::min(ramp_s, longest_turn_share * marked.stroke.duration_s());
            excuse(marked.stroke.begin_s, around_s);
            excuse(marked.stroke.end_s, around_s);
        }
    }
    return mask;
}

/// Which samples of a hand lie in a stroke that returns.
std::vector<bool> returning(const MarkedTask& task, contact::Side hand) {
    std::vector<bool> mask(task.samples.size(), false);
    for (const MarkedStroke& marked : task.strokes) {
        if (marked.stroke.hand != hand || !marked.returning) {
            continue;
        }
        for (std::size_t i = marked.stroke.begin; i < marked.stroke.end; ++i) {
            if (i >= task.first_sample && i - task.first_sample < mask.size()) {
                mask[i - task.first_sample] = true;
            }
        }
    }
    return mask;
}

void add_sample(const MarkedRun& run, const MarkedTask& task, const HandSample& hand, Band band, double t_s,
                BandTime& time) {
    const bool allowed = task.allows(hand.tool);
    const double credit = allowed ? band_credit(hand.force_n, band, run.rubric) : 0;
    time.credit += credit;
    time.samples += 1;
    time.wrong_tool += allowed ? 0 : 1;
    time.above += hand.force_n > band.high ? 1 : 0;
    time.below += hand.force_n < band.low ? 1 : 0;
    time.inside += allowed && hand.force_n >= band.low && hand.force_n <= band.high ? 1 : 0;
    const double error = hand.force_n - 0.5 * (static_cast<double>(band.low) + band.high);
    time.error_n += error;
    time.absolute_error_n += std::fabs(error);
    time.squared_error += error * error;
    const auto second = static_cast<std::size_t>(std::max(0.0, t_s));
    if (second >= time.second_credit.size()) {
        time.second_credit.resize(second + 1, 0.0);
        time.second_samples.resize(second + 1, 0.0);
    }
    time.second_credit[second] += credit;
    time.second_samples[second] += 1;
}

BandTime band_time(const MarkedRun& run) {
    BandTime time;
    for (const MarkedTask& task : run.tasks) {
        if (!task.task.force_n) {
            continue;
        }
        for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
            const std::vector<bool> ramps = ramping(run, task, side);
            const std::vector<bool> returns = returning(task, side);
            for (std::size_t i = 0; i < task.samples.size(); ++i) {
                const HandSample& hand = task.samples[i].hands[static_cast<std::size_t>(side)];
                if (!hand.touching || hand.force_n <= run.rubric.loaded_force_n) {
                    continue;
                }
                const Band band = band_of(task, returns[i]);
                const bool inside = hand.force_n >= band.low && hand.force_n <= band.high;
                if (inside || !ramps[i]) {
                    add_sample(run, task, hand, band, task.samples[i].t_s, time);
                }
            }
        }
    }
    return time;
}

double worst_second(const BandTime& time) {
    double worst = -1;
    double worst_loss = 0;
    for (std::size_t s = 0; s < time.second_samples.size(); ++s) {
        const double loss = time.second_samples[s] - time.second_credit[s];
        if (loss > worst_loss) {
            worst_loss = loss;
            worst = static_cast<double>(s);
        }
    }
    return worst;
}

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
    mark.moment_s = worst_second(time);
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

/// CON: variation of plateau force over the loaded strokes of a step, and over a hold.
std::optional<Mark> consistency(const MarkedRun& run, Measures& measures) {
    double sum = 0;
    double weight = 0;
    bool demanded = false;
    for (const MarkedTask& task : run.tasks) {
        if (!task.task.force_n) {
            continue;
        }
        if (asks_for_hold(task.task)) {
            demanded = true;
            if (const auto hold = find_hold(run, task)) {
                sum += hold->force_cv * hold->duration_s();
                weight += hold->duration_s();
            }
        } else if (asks_for_strokes(task.task)) {
            demanded = true;
            std::vector<double> plateaus;
            double time_s = 0;
            for (const MarkedStroke& marked : task.strokes) {
                if (marked.whole && !marked.returning) {
                    plateaus.push_back(marked.stroke.plateau_force_n);
                    time_s += marked.stroke.duration_s();
                }
            }
            if (plateaus.size() >= 2) {
                sum += strokes::variation(plateaus) * time_s;
                weight += time_s;
            }
        }
    }
    if (!demanded) {
        return std::nullopt;
    }
    Mark mark{.measure = "consistency", .share = run.rubric.consistency, .unit = "%"};
    mark.target = 100 * run.rubric.consistency_cv.full;
    if (weight == 0) {
        mark.what = "Too few whole strokes to compare their force.";
        mark.advice = "Repeat the same stroke with the same weight.";
        return mark;
    }
    const double cv = sum / weight;
    mark.value = 100 * cv;
    mark.marks = math::lin(cv, run.rubric.consistency_cv.full, run.rubric.consistency_cv.zero);
    mark.what = "Force varied by " + percent(cv) + " % from stroke to stroke.";
    mark.advice = "Find one lean and repeat it: same stance, same weight, every stroke.";
    measures["force_cv_percent"] = 100 * cv;
    return mark;
}

/// Median Walton level of each second of loaded contact in the stroke steps; -1 = not loaded.
std::vector<int> levels_by_second(const MarkedRun& run) {
    std::vector<std::vector<double>> levels(static_cast<std::size_t>(std::ceil(std::max(0.0, run.end_s))) +
                                            1);
    for (const MarkedTask& task : run.tasks) {
        if (!asks_for_strokes(task.task)) {
            continue;
        }
        for (const TraceSample& sample : task.samples) {
            for (const HandSample& hand : sample.hands) {
                if (hand.touching && hand.force_n > run.rubric.loaded_force_n) {
                    levels[static_cast<std::size_t>(sample.t_s)].push_back(
                        walton_level(hand.tool, hand.force_n));
                }
            }
        }
    }
    std::vector<int> median;
    for (const std::vector<double>& second : levels) {
        median.push_back(second.empty() ? -1 : static_cast<int>(strokes::median(second)));
    }
    return median;
}

/// Share of the last strokes that were a flush: at W2 or lighter.
double flush_share(const MarkedRun& run) {
    int wanted = static_cast<int>(run.rubric.flush_strokes);
    int light = 0;
    for (auto task = run.tasks.rbegin(); task != run.tasks.rend() && wanted > 0; ++task) {
        for (auto marked = task->strokes.rbegin(); marked != task->strokes.rend() && wanted > 0; ++marked) {
            if (marked->whole && !marked->returning) {
                light += walton_level(marked->stroke.tool, marked->stroke.plateau_force_n) <= 2 ? 1 : 0;
                --wanted;
            }
        }
    }
    return light / run.rubric.flush_strokes;
}

/// ORD: light, then deep, then light (facts 7.3). Measured only where the drill itself opens and closes
/// lightly.
std::optional<Mark> order(const MarkedRun& run, Measures& measures) {
    const auto light = [](const MarkedTask& task) {
        return asks_for_strokes(task.task) && task.task.force_n &&
               walton_level(contact::ToolKind::palm, task.task.force_n->high - 0.01) <= 2;
    };
    if (run.live || run.tasks.size() < 3 || !light(run.tasks.front()) || !light(run.tasks.back())) {
        return std::nullopt;
    }
    const Rubric& rubric = run.rubric;
    const std::vector<int> levels = levels_by_second(run);
    const auto window = static_cast<std::size_t>(rubric.order_window_s);
    std::size_t first = 0;
    while (first < levels.size() && levels[first] < 0) {
        ++first;
    }
    double loaded = 0;
    double stepwise = 0;
    double opening = 0;
    bool open = true;
    double moment_s = -1;
    for (std::size_t s = first; s < levels.size(); ++s) {
        if (levels[s] < 0) {
            continue;
        }
        int reached = 1; // the opening may be W2: one step above W1
        for (std::size_t before = first; before + window <= s; ++before) {
            reached = std::max(reached, levels[before]);
        }
        const bool fine = levels[s] <= reached + 1;
        loaded += 1;
        stepwise += fine ? 1 : 0;
        moment_s = !fine && moment_s < 0 ? static_cast<double>(s) : moment_s;
        open = open && levels[s] <= 2;
        opening += open && s - first < window ? 1 : 0;
    }
    Mark mark{.measure = "order", .share = rubric.order, .target = 100, .unit = "%", .moment_s = moment_s};
    const double rise = loaded > 0 ? rubric.order_rise * stepwise / loaded : 0;
    const double opened = rubric.order_open * std::min(1.0, opening / (0.9 * rubric.order_window_s));
    const double flushed = rubric.order_flush * flush_share(run);
    mark.marks = loaded > 0 ? rise + opened + flushed : 0;
    mark.value = mark.marks;
    if (rise < rubric.order_rise - 1 || opened < rubric.order_open - 1) {
        mark.what = "The pressure rose before the tissue was warm.";
        mark.advice =
            "Open with " + rounded(rubric.order_window_s) + " s of light strokes, then go one level deeper.";
    } else {
        mark.what = "The drill did not end in light, flushing strokes.";
        mark.advice = "Close with " + rounded(rubric.flush_strokes) + " light strokes.";
    }
    measures["order_marks"] = mark.marks;
    return mark;
}

/// RMP: share of touch-downs and lift-offs whose dF/dt stays under the limit.
std::optional<Mark> ramps(const MarkedRun& run, Measures& measures) {
    constexpr std::size_t over =
        12; // dF/dt over 0.1 s: shorter is noise of the contact, not the hand's doing
    constexpr std::size_t watched = 60; // within 0.5 s of the touch
    double fine = 0;
    double events = 0;
    double worst = 0;
    double limit_at_worst = 30;
    double moment_s = -1;
    for (const MarkedTask& task : run.tasks) {
        if (!task.task.force_n) {
            continue;
        }
        for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
            const auto force = [&](std::size_t i) {
                return task.samples[i].hands[static_cast<std::size_t>(side)].force_n;
            };
            const auto judge = [&](std::size_t begin, std::size_t end) {
                double peak = 0;
                for (std::size_t i = begin; i + over < end; ++i) {
                    peak = std::max(peak, std::fabs(static_cast<double>(force(i + over)) - force(i)) /
                                              (static_cast<double>(over) * trace_interval_s));
                }
                const double limit = task.task.ramp_limit_n_s;
                events += 1;
                fine += peak <= limit ? 1 : 0;
                if (peak / limit > worst / limit_at_worst) {
                    worst = peak;
                    limit_at_worst = limit;
                    moment_s = task.samples[begin].t_s;
                }
            };
            for (const strokes::Contact& contact : strokes::contacts(task.samples, side, 0)) {
                if (contact.begin > 0) {
                    judge(contact.begin, std::min(contact.begin + watched, contact.end));
                }
                if (contact.end < task.samples.size()) {
                    judge(contact.end - std::min(watched, contact.end - contact.begin), contact.end);
                }
            }
        }
    }
    if (events == 0) {
        return std::nullopt;
    }
    Mark mark{.measure = "ramp",
              .share = run.rubric.ramp,
              .marks = 100 * fine / events,
              .value = worst,
              .target = limit_at_worst,
              .unit = "N/s",
              .moment_s = moment_s};
    mark.what = "Touched down or lifted off at up to " + rounded(worst) + " N/s.";
    mark.advice = "Let the hand arrive and leave slowly: a second to reach its weight.";
    measures["ramp_peak_n_s"] = worst;
    measures["ramp_in_limit_percent"] = mark.marks;
    return mark;
}

/// How much of the demanded loaded time was done, in strokes and holds together.
double done_share(const MarkedRun& run) {
    double done_s = 0;
    double wanted_s = 0;
    for (const MarkedTask& task : run.tasks) {
        if (!task.task.force_n) {
            continue;
        }
        if (asks_for_strokes(task.task)) {
            const double wanted = run.rubric.demanded_contact * task.duration_s();
            done_s += std::min(wanted, task.stroke_time_s());
            wanted_s += wanted;
        } else if (asks_for_hold(task.task)) {
            const double wanted =
                run.rubric.demanded_hold * std::min(static_cast<double>(task.task.hold_s), task.duration_s());
            const auto hold = find_hold(run, task);
            done_s += std::min(wanted, hold ? hold->duration_s() : 0);
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
    for (auto& mark : {consistency(run, measures), order(run, measures), ramps(run, measures)}) {
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
