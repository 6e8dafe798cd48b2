#pragma once
/// The client's stop word, which must be heeded at once (facts 7.3, critical). Internal to scoring.

#include "sim/scoring/group_marks.hpp"

namespace tactus::scoring {

/// Adds a critical finding for each stop word after which the force of both hands had not fallen by the
/// rubric's share in time. A run that ends sooner ignored nothing.
void check_stop_word(const MarkedRun& run, SafetyFindings& findings);

} // namespace tactus::scoring
