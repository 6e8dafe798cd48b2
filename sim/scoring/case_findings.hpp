#pragma once
/// What must not happen to a client with a condition (facts 5.3-5.5). Internal to scoring.

#include "sim/scoring/group_marks.hpp"

namespace tactus::scoring {

/// Touch where there must be none, banned techniques, what the body did of itself and was not answered, pain
/// for too long, banned products, questions that were not asked before work began. Nothing for a client
/// without a condition.
void check_case(const MarkedRun& run, SafetyFindings& findings, Measures& measures);

} // namespace tactus::scoring
