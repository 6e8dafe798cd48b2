#pragma once
/// Loads on places that bear only so much: the rubric's boxes and what a condition adds. Internal to scoring.

#include "sim/scoring/group_marks.hpp"

#include <optional>
#include <string>

namespace tactus::scoring {

/// A place of a client: a box of facts 5.0, an area of the condition, or the whole contact.
struct Place {
    std::optional<anatomy::Region> region;
    std::optional<std::size_t> area; ///< index in the condition's areas
    std::string name;                ///< "the spinous processes"
};

/// The place that a file names; condition may be nullptr.
Place place_named(const std::string& id, const client::Condition* condition);

/// Of the force on a hand, what the place bears, N; a bone in the hand is pulled, its tissue not pressed.
double load_on(const strokes::HandSample& hand, const Place& place);

/// Finds what was above the caps of the rubric and of the condition; where both cap the same place, the lower
/// holds.
void check_caps(const MarkedRun& run, SafetyFindings& findings, Measures& measures);

} // namespace tactus::scoring
