#pragma once
/// Does what the client tells follow the load? Holds of rising force at one place, asked in each (facts 5.6).
/// Internal to scoring.

#include "sim/scoring/group_marks.hpp"

#include <optional>
#include <span>

namespace tactus::scoring {

/// One press and what was told in it.
struct PressReply {
    double force_n = 0;
    double points = 0; ///< 0..10
};

/// Points that one newton more adds, by least squares; nullopt with fewer than two replies or hardly any
/// difference of force between them. Pure.
std::optional<double> pain_slope(std::span<const PressReply> replies);

/// The client's replies within the press tests of a run, one a step: the last.
std::vector<PressReply> press_replies(const MarkedRun& run);

/// How many of the presses that the drill asks for were made and asked about; nullopt where it asks for none.
/// Adds the slope to the measures, and whether the pain follows the hand.
std::optional<Mark> press_test_mark(const MarkedRun& run, Measures& measures);

} // namespace tactus::scoring
