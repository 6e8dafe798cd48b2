#include "sim/client/interview.hpp"

#include <algorithm>
#include <set>

namespace tactus::client {
namespace {

constexpr int least_matrix_questions = 3;

bool contains(const std::vector<std::string>& list, const std::string& id) {
    return std::ranges::find(list, id) != list.end();
}

} // namespace

std::string answer_to(const Condition& condition, const Question& question, int before) {
    if (const auto own = condition.answers.find(question.id); own != condition.answers.end()) {
        const Answer& answer = own->second;
        return before == 0 && !answer.first.empty() ? answer.first : answer.says;
    }
    if (question.kind == QuestionKind::matrix) {
        const auto yes = condition.matrix.find(question.id);
        return yes == condition.matrix.end() ? "I could not say." : yes->second ? "Yes." : "No.";
    }
    return question.usual;
}

std::map<std::string, float> question_points(const Questionnaire& questionnaire, const Condition& condition) {
    std::map<std::string, float> points;
    for (const Question& question : questionnaire.questions) {
        if (question.kind == QuestionKind::universal || contains(condition.decision.key, question.id)) {
            points[question.id] = static_cast<float>(question.points);
        }
    }
    return points;
}

double asked_share(const Condition& condition, const std::vector<std::string>& asked) {
    double earned = 0;
    double offered = 0;
    for (const auto& [question, points] : condition.question_points) {
        offered += static_cast<double>(points);
        earned += contains(asked, question) ? static_cast<double>(points) : 0;
    }
    return offered > 0 ? earned / offered : 1;
}

std::vector<std::string> unasked(const std::vector<std::string>& wanted,
                                 const std::vector<std::string>& asked) {
    std::vector<std::string> missing;
    std::ranges::copy_if(wanted, std::back_inserter(missing),
                         [&](const std::string& id) { return !contains(asked, id); });
    return missing;
}

MatrixReading matrix_reading(const Questionnaire& questionnaire, const Condition& condition,
                             const std::vector<std::string>& asked) {
    MatrixReading reading;
    for (const std::string& id : std::set<std::string>(asked.begin(), asked.end())) {
        const Question* const question = questionnaire.find(id);
        const auto answer = condition.matrix.find(id);
        if (question == nullptr || question->kind != QuestionKind::matrix ||
            answer == condition.matrix.end()) {
            continue;
        }
        ++reading.asked;
        reading.log_odds += answer->second ? question->yes : question->no;
        if (answer->second && id == questionnaire.emergency_question) {
            reading.pattern = Pattern::emergency;
        }
    }
    if (reading.pattern == Pattern::emergency || reading.asked < least_matrix_questions) {
        return reading;
    }
    reading.pattern = reading.log_odds > questionnaire.reflux_above   ? Pattern::reflux
                      : reading.log_odds < questionnaire.muscle_below ? Pattern::muscle
                                                                      : Pattern::mixed;
    return reading;
}

} // namespace tactus::client
