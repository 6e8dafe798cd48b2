#include "sim/scoring/band_time.hpp"

#include "sim/scoring/group_marks.hpp"
#include "sim/scoring/joint_stretch.hpp"
#include "sim/strokes/contact_intervals.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

namespace {

using strokes::HandSample;
using strokes::trace_interval_s;

constexpr double hold_ramp_s = 5;          // facts 4.2: load in 3-5 s, unload in 3-5 s
constexpr double longest_turn_share = 0.2; // of a stroke at each end may be the turn and the change of force

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
    const auto inside = [&](std::size_t i) {
        return std::clamp(i, task.first_sample, task.first_sample + mask.size()) - task.first_sample;
    };
    for (const MarkedStroke& marked : task.strokes) {
        if (marked.stroke.hand == hand && marked.returning) {
            const auto begin = mask.begin() + static_cast<std::ptrdiff_t>(inside(marked.stroke.begin));
            const auto end = mask.begin() + static_cast<std::ptrdiff_t>(inside(marked.stroke.end));
            std::fill(begin, end, true);
        }
    }
    return mask;
}

/// Which part of a step the force is asked for: at the barrier of a stretch, else all of it.
strokes::Interval counted_part(const MarkedRun& run, const MarkedTask& task) {
    if (work_of(task.task) == Work::stretch) {
        const auto stretch = find_stretch(run, task);
        return stretch ? strokes::Interval{stretch->barrier_s, stretch->release_s}
                       : strokes::Interval{task.begin_s, task.begin_s};
    }
    return {task.begin_s, task.end_s};
}

/// A sample that counts, with the band that holds for it.
struct Counted {
    double t_s;
    double force_n;
    Band band;
    bool allowed; ///< with a tool that the step names
};

void add_sample(const Rubric& rubric, const Counted& sample, BandTime& time) {
    const Band band = sample.band;
    const double credit = sample.allowed ? band_credit(sample.force_n, band, rubric) : 0;
    const bool above = sample.force_n > band.high;
    const bool below = sample.force_n < band.low;
    time.credit += credit;
    time.samples += 1;
    time.wrong_tool += sample.allowed ? 0 : 1;
    time.above += above ? 1 : 0;
    time.below += below ? 1 : 0;
    time.inside += sample.allowed && !above && !below ? 1 : 0;
    const double error = sample.force_n - 0.5 * (static_cast<double>(band.low) + band.high);
    time.error_n += error;
    time.absolute_error_n += std::fabs(error);
    time.squared_error += error * error;
    const auto second = static_cast<std::size_t>(std::max(0.0, sample.t_s));
    if (second >= time.second_credit.size()) {
        time.second_credit.resize(second + 1, 0.0);
        time.second_samples.resize(second + 1, 0.0);
    }
    time.second_credit[second] += credit;
    time.second_samples[second] += 1;
}

void add_hand(const MarkedRun& run, const MarkedTask& task, contact::Side side, BandTime& time) {
    const std::vector<bool> ramps = ramping(run, task, side);
    const std::vector<bool> returns = returning(task, side);
    const strokes::Interval counted = counted_part(run, task);
    for (std::size_t i = 0; i < task.samples.size(); ++i) {
        const HandSample& hand = task.samples[i].hands[static_cast<std::size_t>(side)];
        const double t_s = task.samples[i].t_s;
        if (!hand.touching || hand.force_n <= run.rubric.loaded_force_n || t_s < counted.begin_s ||
            t_s >= counted.end_s) {
            continue;
        }
        const Band band = band_of(task, returns[i]);
        const bool inside = hand.force_n >= band.low && hand.force_n <= band.high;
        if (inside || !ramps[i]) {
            add_sample(run.rubric, {t_s, hand.force_n, band, task.allows(hand.tool)}, time);
        }
    }
}

/// Blows count by their hardest moment, each as long as until the next: a hand in the air presses nothing.
void add_blows(const MarkedRun& run, const MarkedTask& task, contact::Side side, BandTime& time) {
    const auto& blows = task.beats[static_cast<std::size_t>(side)].beats;
    for (const strokes::Beat& blow : blows) {
        const auto found = strokes::part(task.samples, blow.t_s, blow.t_s + 2 * trace_interval_s);
        const bool allowed =
            found.empty() || task.allows(found.front().hands[static_cast<std::size_t>(side)].tool);
        add_sample(run.rubric, {blow.t_s, blow.peak_force_n, *task.task.force_n, allowed}, time);
    }
}

} // namespace

double BandTime::worst_second() const {
    double worst = -1;
    double worst_loss = 0;
    for (std::size_t s = 0; s < second_samples.size(); ++s) {
        const double loss = second_samples[s] - second_credit[s];
        if (loss > worst_loss) {
            worst_loss = loss;
            worst = static_cast<double>(s);
        }
    }
    return worst;
}

BandTime band_time(const MarkedRun& run) {
    BandTime time;
    for (const MarkedTask& task : run.tasks) {
        for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
            if (!task.task.force_n) {
                continue;
            }
            if (task.strikes(side)) {
                add_blows(run, task, side, time);
            } else {
                add_hand(run, task, side, time);
            }
        }
    }
    return time;
}

} // namespace tactus::scoring
