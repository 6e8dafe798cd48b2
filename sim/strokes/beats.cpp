#include "sim/strokes/beats.hpp"

#include "sim/strokes/contact_intervals.hpp"
#include "sim/strokes/statistics.hpp"
#include "sim/strokes/stroke.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::strokes {
namespace {

constexpr double least_movement_m = 0.0012; // deviation: a vibration of 3 mm has 2, a hand at rest under 0.5
constexpr double least_force_swing = 0.06;  // deviation over mean: steadier is a hold
constexpr double past_middle = 0.4;         // of the deviation: nearer to it a tremor could turn
constexpr double touches_per_cycle = 0.5;   // so many for each cycle of the slowest rhythm, and it is blows
constexpr std::size_t fewest_beats = 3;

/// A hand's course through the samples, where it touches.
class Course {
public:
    Course(std::span<const TraceSample> samples, contact::Side hand)
        : samples_(samples), side_(static_cast<std::size_t>(hand)) {}

    [[nodiscard]] std::size_t size() const { return samples_.size(); }

    [[nodiscard]] double t_s(std::size_t i) const { return samples_[i].t_s; }

    [[nodiscard]] const HandSample& at(std::size_t i) const { return samples_[i].hands[side_]; }

    [[nodiscard]] bool touches(std::size_t i) const { return in_contact(at(i)); }

    /// What happened from one beat to the next.
    [[nodiscard]] Beat beat(double t_s, std::size_t begin, std::size_t end) const {
        Beat beat{.t_s = t_s};
        for (std::size_t i = begin; i < end; ++i) {
            beat.peak_force_n = std::max(beat.peak_force_n, static_cast<double>(at(i).force_n));
            beat.slip_m += touches(i) ? 0.5 * at(i).slip_m_s * trace_interval_s : 0;
        }
        return beat;
    }

private:
    std::span<const TraceSample> samples_;
    std::size_t side_;
};

/// Mean over a window about each value; nearer the ends over less, on both sides alike, so that they do not
/// lean on a drift.
std::vector<double> window_mean(const std::vector<double>& values, std::size_t window) {
    std::vector<double> sums(values.size() + 1, 0.0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        sums[i + 1] = sums[i] + values[i];
    }
    std::vector<double> means(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t reach = std::min({window / 2, i, values.size() - 1 - i});
        means[i] = (sums[i + reach + 1] - sums[i - reach]) / static_cast<double>(2 * reach + 1);
    }
    return means;
}

/// What is left when the slow change of place is taken away. The mean is taken twice: once would still hold a
/// part of each beat.
std::vector<double> without_drift(const std::vector<double>& values, std::size_t window) {
    const std::vector<double> drift = window_mean(window_mean(values, window), window);
    std::vector<double> rest(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        rest[i] = values[i] - drift[i];
    }
    return rest;
}

double deviation(const std::vector<double>& values) {
    double square = 0;
    for (const double value : values) {
        square += value * value;
    }
    return values.empty() ? 0 : std::sqrt(square / static_cast<double>(values.size()));
}

/// Where a signal without drift rises through its middle, as fractional indices.
std::vector<double> rises(const std::vector<double>& signal, double hysteresis) {
    std::vector<double> found;
    bool below = false;
    for (std::size_t i = 1; i < signal.size(); ++i) {
        below = below || signal[i] < -hysteresis;
        if (below && signal[i - 1] < 0 && signal[i] >= 0) {
            found.push_back(static_cast<double>(i) - signal[i] / (signal[i] - signal[i - 1]));
            below = false;
        }
    }
    return found;
}

/// Movement along the axis of its greatest extent.
std::vector<double> along_main_axis(const std::vector<double>& across, const std::vector<double>& along) {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (std::size_t i = 0; i < across.size(); ++i) {
        xx += across[i] * across[i];
        xy += across[i] * along[i];
        yy += along[i] * along[i];
    }
    const double half = 0.5 * (xx - yy);
    const double root = std::sqrt(half * half + xy * xy);
    double x = half + root;
    double y = xy;
    if (x < 1e-12 * (xx + yy)) { // the main axis lies along the spine
        x = 0;
        y = 1;
    }
    const double length = std::sqrt(x * x + y * y);
    std::vector<double> signal(across.size());
    for (std::size_t i = 0; i < across.size(); ++i) {
        signal[i] = length > 0 ? (across[i] * x + along[i] * y) / length : 0;
    }
    return signal;
}

std::vector<Beat> beats_of(const Course& course, const std::vector<double>& signal, bool movement) {
    const std::vector<double> begins = rises(signal, past_middle * deviation(signal));
    std::vector<Beat> found;
    for (std::size_t k = 0; k + 1 < begins.size(); ++k) {
        const auto begin = static_cast<std::size_t>(begins[k]);
        const auto end = static_cast<std::size_t>(begins[k + 1]);
        Beat beat = course.beat(
            course.t_s(begin) + (begins[k] - static_cast<double>(begin)) * trace_interval_s, begin, end);
        if (movement) {
            const auto [low, high] = std::minmax_element(signal.begin() + static_cast<std::ptrdiff_t>(begin),
                                                         signal.begin() + static_cast<std::ptrdiff_t>(end));
            beat.sweep_m = *high - *low;
        }
        found.push_back(beat);
    }
    return found;
}

std::vector<Beat> blows(const Course& course, std::span<const Contact> touches) {
    std::vector<Beat> found;
    for (const Contact& touch : touches) {
        std::size_t hardest = touch.begin;
        for (std::size_t i = touch.begin; i < touch.end; ++i) {
            hardest = course.at(i).force_n > course.at(hardest).force_n ? i : hardest;
        }
        found.push_back(course.beat(course.t_s(hardest), touch.begin, touch.end));
    }
    return found;
}

} // namespace

Beats beats(std::span<const TraceSample> samples, contact::Side hand, double slowest_hz) {
    const Course course(samples, hand);
    const double length_s = static_cast<double>(samples.size()) * trace_interval_s;
    const std::vector<Contact> touches = contacts(samples, hand, 0);
    if (touches.size() >= fewest_beats &&
        static_cast<double>(touches.size()) >= touches_per_cycle * slowest_hz * length_s) {
        return {BeatSign::touch, blows(course, touches)};
    }
    // Of a hand that works without leaving: its course from its first touch to its last.
    std::vector<double> across;
    std::vector<double> along;
    std::vector<double> force;
    const std::size_t first = touches.empty() ? 0 : touches.front().begin;
    const std::size_t last = touches.empty() ? 0 : touches.back().end;
    for (std::size_t i = first; i < last; ++i) {
        const bool rests = !course.touches(i) && !across.empty();
        across.push_back(rests ? across.back() : static_cast<double>(course.at(i).place_m.x));
        along.push_back(rests ? along.back() : static_cast<double>(course.at(i).place_m.y));
        force.push_back(rests ? force.back() : static_cast<double>(course.at(i).force_n));
    }
    const Course touching(samples.subspan(first, last - first), hand);
    const auto window = static_cast<std::size_t>(1 / (slowest_hz * trace_interval_s));
    const std::vector<double> movement =
        along_main_axis(without_drift(across, window), without_drift(along, window));
    if (deviation(movement) >= least_movement_m) {
        return {BeatSign::movement, beats_of(touching, movement, true)};
    }
    const std::vector<double> swing = without_drift(force, window);
    if (!force.empty() && deviation(swing) >= least_force_swing * mean(force)) {
        return {BeatSign::force, beats_of(touching, swing, false)};
    }
    return {};
}

std::vector<double> periods_s(std::span<const Beat> beats, double longest) {
    std::vector<double> periods;
    for (std::size_t k = 1; k < beats.size(); ++k) {
        periods.push_back(beats[k].t_s - beats[k - 1].t_s);
    }
    if (!periods.empty()) {
        const double limit = longest * median(periods);
        std::erase_if(periods, [&](double period) { return period > limit; });
    }
    return periods;
}

} // namespace tactus::strokes
