#pragma once
/// The figures by which feedback fades, tests fall due and a curve is believed, with their sources
/// (facts 8.3).

#include "sim/sources/bibliography.hpp"

#include <span>

namespace tactus::drills {

/// So many passes in a row, then there is less feedback. That it must fade is Park's and Sigrist's; when is
/// a choice.
inline constexpr Cited passes_to_fade{2, 2, 4, source::design};

/// A skill is tested without feedback so long after it was first passed.
inline constexpr Cited first_test_days{1, 1, 2, source::design};
inline constexpr Cited second_test_days{7, 7, 7, source::snodgrass_2010};

/// No curve is fitted to fewer runs.
inline constexpr Cited runs_for_curve{5, 5, 8, source::design};

/// Two runs of one learner differ by so much: less is no change (facts 7.3).
inline constexpr Cited least_change_points{5, 3, 5, source::design};

/// All of them, for `tactus-sim sources`.
std::span<const NamedConstant> learning_constants();

} // namespace tactus::drills
