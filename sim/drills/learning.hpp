#pragma once
/// How a student's feedback at a drill fades and comes back, and when the drill is to be done without it to
/// see what has stayed. Concurrent feedback helps at first and is leaned on if it never goes (facts 8.3:
/// Park, Shea and Wright 2000; Sigrist et al. 2012).

#include "sim/drills/drill.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace tactus::drills {

/// A graded run of a student at a drill. Practice teaches, but proves nothing, and is left out.
struct GradedRun {
    std::int64_t day = 0; ///< of the student's own calendar, counted on
    double score = 0;     ///< 0..100
    bool passed = false;
    Feedback feedback = Feedback::full; ///< that it was done with
};

/// True when `a` tells the student more than `b` does.
constexpr bool tells_more(Feedback a, Feedback b) { return a < b; }

/// The level of feedback that a student has come to: from the drill's own, `first`, one step on after two
/// passes in a row and one back after a fail, but not before the first. A run with more feedback than was
/// reached then does not count. runs: oldest first. Pure.
Feedback level_reached(Feedback first, std::span<const GradedRun> runs);

/// A run without any feedback that is to come.
struct RetentionTest {
    int after_days;       ///< after the drill was passed: 1 or 7
    std::int64_t due_day; ///< from then on
};

/// The next test of a drill: a day and a week after it was first passed. A run without feedback that is
/// passed on or after a test's day does that test, and the week's does the day's; one that fails says that
/// the drill must be passed again, and both follow from there. nullopt: not passed yet, or both done. runs:
/// oldest first. Pure.
std::optional<RetentionTest> next_test(std::span<const GradedRun> runs);

} // namespace tactus::drills
