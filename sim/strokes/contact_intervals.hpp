#pragma once
/// When hands were on the skin and when they were not.

#include "sim/strokes/contact_trace.hpp"

#include <span>
#include <vector>

namespace tactus::strokes {

struct Interval {
    double begin_s = 0;
    double end_s = 0;

    [[nodiscard]] double duration_s() const { return end_s - begin_s; }
};

/// Stretches without any hand in contact for more than `longest_s`, within `samples`: before the first touch
/// and after the last one too. One interval over all when nothing was touched; none when there are no
/// samples.
std::vector<Interval> breaks(std::span<const TraceSample> samples, double longest_s);

/// Stretches in which one hand was in contact; gaps up to `bridged_s` are passed over. Sample indices
/// [begin, end) of `samples`.
struct Contact {
    std::size_t begin;
    std::size_t end;
};

std::vector<Contact> contacts(std::span<const TraceSample> samples, contact::Side hand, double bridged_s);

/// The part of the trace with begin_s <= t < end_s.
std::span<const TraceSample> part(std::span<const TraceSample> samples, double begin_s, double end_s);

} // namespace tactus::strokes
