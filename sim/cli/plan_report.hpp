#pragma once
/// A plan carried out, as text and as JSON.

#include "sim/care/course.hpp"
#include "sim/care/plan_score.hpp"
#include "sim/care/return_words.hpp"

#include <cstdint>
#include <ostream>

namespace tactus::cli {

/// A plan with the course that chance gave it and its score.
struct PlanRun {
    PlanRun(care::Plan of, care::Person who, std::uint64_t with_seed);

    care::Plan plan;
    care::Person person;
    std::uint64_t seed;
    care::Fortune fortune;
    care::Course course;
    care::PlanScore score;
};

/// Visits with what the client says, the days between, the score with its reasons.
void write_plan_text(const PlanRun& run, const care::ReturnWords& words, std::ostream& out);

/// {plan, client, seed, responder, note, course: [{day, pain, told, function, soreness, flare}], visits:
/// [{day, minutes, ..., said: [{phrase, words, state, value, threshold}]}], referred_day, score: {total,
/// pain, safety, reassessment, cost}, reasons: [{part, measure, what, value, target, unit, marks_lost, day,
/// advice}], best}.
void write_plan_json(const PlanRun& run, const care::ReturnWords& words, std::ostream& out);

} // namespace tactus::cli
