#pragma once
/// The measures of flow, each in a file of its own. Internal to scoring.

#include "sim/scoring/group_marks.hpp"

#include <optional>
#include <vector>

namespace tactus::scoring {

/// Seconds from beat to beat of a step of rhythm: one chain for the blows of both hands together, else one
/// for each hand.
std::vector<std::vector<double>> beat_periods(const MarkedTask& task);

/// RH: how even strokes and beats follow one another, and the rate of strokes against the wanted one.
std::optional<Mark> rhythm_mark(const MarkedRun& run, Measures& measures);

/// SP: share of the loaded way inside the speed band, and of beats inside theirs, fading outside.
std::optional<Mark> pace_mark(const MarkedRun& run, Measures& measures);

} // namespace tactus::scoring
