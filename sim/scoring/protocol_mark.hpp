#pragma once
/// What is done, and in which order, when the blood pressure of a client rises who feels nothing below
/// (facts 5.3, SCI; 10, D19), and whether the label was read for a client with an allergy. Internal to
/// scoring.

#include "sim/scoring/group_marks.hpp"

#include <optional>

namespace tactus::scoring {

/// Hands off within 5 s, sat up within 15 s, then straps loosened and the cause looked for, then help called.
/// nullopt where no such sign came.
std::optional<Mark> protocol_mark(const MarkedRun& run, Measures& measures);

/// A product whose label is known and holds nothing banned, or dry hands; nullopt where the client bears
/// everything or no interview was held.
std::optional<Mark> label_mark(const MarkedRun& run, Measures& measures);

} // namespace tactus::scoring
