#pragma once
/// Work that harms by its kind, whatever its force. Internal to scoring.

#include "sim/scoring/group_marks.hpp"

namespace tactus::scoring {

/// Blows over the kidney: touches shorter than a third of a second, three within two seconds (facts 7.3:
/// tapotement on KID is major; 1.1: blows come two to six times a second).
void check_blows(const MarkedRun& run, SafetyFindings& findings);

/// A joint led far faster than the step asks for (facts 10, D14): critical.
void check_stretches(const MarkedRun& run, SafetyFindings& findings);

} // namespace tactus::scoring
