#pragma once
/// The interview before a session: questions in the student's order, answers by the case, and what they add
/// up to.

#include "sim/client/condition.hpp"
#include "sim/client/questionnaire.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::client {

/// What the client says to a question that was asked `before` times already. Who would rather not tell does
/// so when asked again. The question must be of the questionnaire. Pure.
std::string answer_to(const Condition& condition, const Question& question, int before);

/// What asking earns in this case: the points of all universal questions and of its key questions. Pure.
std::map<std::string, float> question_points(const Questionnaire& questionnaire, const Condition& condition);

/// Points of the questions asked over those that this case offers, 0..1; asking twice counts once, unknown
/// ids count for nothing. Pure.
double asked_share(const Condition& condition, const std::vector<std::string>& asked);

/// Questions that this case turns on and that were not asked. Pure.
std::vector<std::string> unasked(const std::vector<std::string>& wanted,
                                 const std::vector<std::string>& asked);

/// What the matrix says so far.
enum class Pattern : std::uint8_t { open, reflux, mixed, muscle, emergency };

struct MatrixReading {
    double log_odds = 0; ///< for reflux, of the questions asked
    int asked = 0;
    Pattern pattern = Pattern::open; ///< open until three questions have been asked
};

/// Pure.
MatrixReading matrix_reading(const Questionnaire& questionnaire, const Condition& condition,
                             const std::vector<std::string>& asked);

} // namespace tactus::client
