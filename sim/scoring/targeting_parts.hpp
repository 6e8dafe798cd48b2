#pragma once
/// The kinds of aim that a drill can ask for, each in a file of its own. Internal to scoring.

#include "sim/scoring/group_marks.hpp"

namespace tactus::scoring {

/// Strokes and beats over zones and lines: .40 COV + .25 STRAY + .20 DIR + .15 LINE, and what beats ask for.
GroupMarks line_marks(const MarkedRun& run, Measures& measures);

/// A hold at a trigger point or a place: .35 LOC + .25 HOLD + .20 DEP + .10 REL + .10 FND.
GroupMarks point_marks(const MarkedRun& run, const MarkedTask& task, Measures& measures);

/// A stretch by a bone in the hand: the shares of a point, with the barrier in the place of the point.
GroupMarks stretch_marks(const MarkedRun& run, const MarkedTask& task, Measures& measures);

/// Trigger points that were found by touch and marked.
GroupMarks palpation_marks(const MarkedRun& run, const MarkedTask& task, Measures& measures);

} // namespace tactus::scoring
