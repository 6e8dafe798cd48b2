#pragma once
/// What the client bears where a step is done, by the rubric's boxes and by what the client has: for whoever
/// writes a drill. Pure.

#include "sim/anatomy/anatomy.hpp"
#include "sim/client/client.hpp"
#include "sim/scoring/rubric.hpp"
#include "sim/scoring/task.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tactus::drills {

/// A load that costs marks, or the drill, in a place that the step is done in.
struct ForceLimit {
    float force_n = 0;
    std::string place;         ///< "kidney", "the whole back"
    bool critical = false;     ///< above it the drill fails
    bool of_condition = false; ///< the client's own, not everybody's
};

/// Where the step is done: its point or place, or a raster of its zone; empty = anywhere. anatomy: of the
/// client, for where its trigger points lie.
std::vector<Vec2> places_of(const scoring::Task& task, const anatomy::Anatomy& anatomy);

/// The limits that hold for the step's tools at those places, the least first; of a zone, those of boxes that
/// hold a third of it. A cap of the step itself takes the place of the rubric's, as in scoring.
std::vector<ForceLimit> force_limits(const scoring::Task& task, const client::Client& client,
                                     const scoring::Rubric& rubric, const std::vector<Vec2>& places);

/// What the step asks for that the client should not get there: one sentence each, none when all is well.
std::vector<std::string> step_warnings(const scoring::Task& task, const client::Client& client,
                                       const scoring::Rubric& rubric, const std::vector<Vec2>& places);

/// A box or area by its id, as a person reads it: "kidney", "the strained muscle", "the whole back".
std::string place_words(std::string_view id, const client::Condition& condition);

} // namespace tactus::drills
