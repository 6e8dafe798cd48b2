#pragma once
/// What a step of rhythm asks of each beat beside its rate: how wide it is, and that the skin comes along.
/// Internal to scoring.

#include "sim/scoring/group_marks.hpp"

#include <vector>

namespace tactus::scoring {

/// "sweep": width of the movement against the band asked, fading to nothing at a factor of 2. "grip": way of
/// the pad over the skin against what is allowed, nothing at twice as much. Only what is asked, of beats that
/// were done.
std::vector<Mark> beat_marks(const MarkedRun& run, Measures& measures);

} // namespace tactus::scoring
