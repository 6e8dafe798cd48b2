#include "sim/strokes/contact_intervals.hpp"

#include "sim/strokes/stroke.hpp"

#include <algorithm>

namespace tactus::strokes {

namespace {

/// Samples are a trace_interval_s apart, but for the rounding of their times.
constexpr double next_sample_s = 1.5 * trace_interval_s;

} // namespace

std::vector<Interval> breaks(std::span<const TraceSample> samples, double longest_s) {
    std::vector<Interval> found;
    if (samples.empty()) {
        return found;
    }
    double begin_s = samples.front().t_s;
    const auto close = [&](double end_s) {
        if (end_s - begin_s > longest_s) {
            found.push_back({begin_s, end_s});
        }
    };
    for (const TraceSample& sample : samples) {
        if (in_contact(sample.hands[0]) || in_contact(sample.hands[1])) {
            close(sample.t_s);
            begin_s = sample.t_s + trace_interval_s;
        }
    }
    close(samples.back().t_s + trace_interval_s);
    return found;
}

std::vector<Contact> contacts(std::span<const TraceSample> samples, contact::Side hand, double bridged_s) {
    std::vector<Contact> found;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (!in_contact(samples[i].hands[static_cast<std::size_t>(hand)])) {
            continue;
        }
        if (!found.empty() &&
            samples[i].t_s - samples[found.back().end - 1].t_s <= bridged_s + next_sample_s) {
            found.back().end = i + 1;
        } else {
            found.push_back({i, i + 1});
        }
    }
    return found;
}

std::span<const TraceSample> part(std::span<const TraceSample> samples, double begin_s, double end_s) {
    const auto at = [&](double t_s) {
        return std::ranges::lower_bound(samples, t_s, {}, &TraceSample::t_s) - samples.begin();
    };
    const auto begin = static_cast<std::size_t>(at(begin_s));
    const auto end = std::max(begin, static_cast<std::size_t>(at(end_s)));
    return samples.subspan(begin, end - begin);
}

} // namespace tactus::strokes
