#pragma once
/// From what a step asks to a motion that does it: lanes of strokes, or a recipe at the step's place.
/// Internal to drills.

#include "sim/drills/drill.hpp"
#include "sim/drills/performer.hpp"
#include "sim/drills/stroke_recipe.hpp"

#include <optional>

namespace tactus::drills {

/// When a step is worked at, within its time.
struct StepTime {
    double begin_s;
    double end_s;
};

/// The middle of a band of positive figures, by their ratio: a force is felt so.
float middle(const scoring::Band& band);

/// The part of a step's band of force that is worked with, which it must have: all of it, or where the client
/// says how deep, its lower part. Pure.
scoring::Band bearable(const scoring::Task& task);

/// The first tool that the step allows, else the one that its work is done with.
contact::ToolKind tool_of(const scoring::Task& task);

/// How much oil is on the hands in a step.
float oil_of(const scoring::Task& task);

/// Strokes over the step's zone, or over the whole back where it names none.
Performer::Lanes lanes_of(const scoring::Task& task, const BodyScale& scale, StepTime when);

/// The technique of a step of rhythm or stretch at its force, rate and place; nullopt when recognition knows
/// none that a step of this kind could be.
std::optional<Motion> motion_of(const scoring::Task& task);

/// Who moves, and on whom.
struct Student {
    const Skill& skill;
    std::uint64_t seed;
    BodyScale scale;
};

/// Rows of a motion whose place wanders over the step's zone while it is worked, one side after the other.
std::vector<PerformedRow> wandering(const Motion& motion, const scoring::Task& task, const Student& student,
                                    StepTime when);

} // namespace tactus::drills
