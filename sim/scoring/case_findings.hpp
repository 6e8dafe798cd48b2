#pragma once
/// What must not happen to a client with a condition (facts 5.3-5.5). Internal to scoring.

#include "sim/scoring/group_marks.hpp"

namespace tactus::scoring {

/// Touch where there must be none, banned techniques, what the body did of itself and was not answered, pain
/// for too long, banned products, questions that were not asked before work began. Nothing for a client
/// without a condition.
void check_case(const MarkedRun& run, SafetyFindings& findings, Measures& measures);

/// The decision to treat or refer, and position and preparations against what is right for the client; only
/// where an interview was held.
std::vector<Mark> case_marks(const MarkedRun& run, Measures& measures);

/// How much was asked of what this case offers; only where an interview was held.
std::optional<Mark> asking_mark(const MarkedRun& run, Measures& measures);

} // namespace tactus::scoring
