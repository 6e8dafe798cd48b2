#include "sim/drills/interview_script.hpp"

#include "sim/client/urgency.hpp"

#include <algorithm>

namespace tactus::drills {
namespace {

using client::Condition;
using client::Urgency;
using client::WordingKind;

constexpr int seconds_a_question = 3;

/// How thorough a student is.
struct Care {
    std::size_t asks_every; ///< of the questions
    bool decides_right;
    WordingKind wording;
    bool writes;
    std::size_t prepares_every; ///< of what is needed; 0 = nothing, and the client stays on the face
    bool reads_labels;
};

Care care_of(Quality quality) {
    switch (quality) {
    case Quality::ideal:
    case Quality::good:
    case Quality::expert:
        return {1, true, WordingKind::reason, true, 1, true};
    case Quality::fair:
    case Quality::middle:
        return {2, true, WordingKind::vague, false, 2, true};
    case Quality::poor:
    case Quality::novice:
        break;
    }
    return {4, false, WordingKind::diagnosis, false, 0, false};
}

/// What there is to ask: what must be, what the case turns on, what tells reflux from muscle, the rest; none
/// twice.
std::vector<std::string> questions_of(const Condition& condition, bool matrix) {
    std::vector<std::string> all = condition.decision.must_ask;
    all.insert(all.end(), condition.decision.key.begin(), condition.decision.key.end());
    for (const auto& [question, points] : condition.question_points) {
        all.push_back(question);
    }
    for (const auto& [question, yes] : condition.matrix) {
        if (matrix) {
            all.push_back(question);
        }
    }
    std::vector<std::string> once;
    for (const std::string& question : all) {
        if (std::ranges::find(once, question) == once.end()) {
            once.push_back(question);
        }
    }
    return once;
}

std::string product_of(const Condition& condition, const std::vector<client::ShelfProduct>& shelf,
                       const Care& care) {
    if (shelf.empty() || condition.banned_ingredients.empty()) {
        return "";
    }
    const auto borne = std::ranges::find_if(
        shelf, [&](const client::ShelfProduct& one) { return client::banned_in(condition, one).empty(); });
    return client::product_event_text(care.reads_labels && borne != shelf.end() ? *borne : shelf.front());
}

void add_telling(const Condition& condition, const Care& care, Urgency decision,
                 std::vector<std::string>& script) {
    for (const auto& [id, worth] : condition.wordings) {
        if (worth.kind == care.wording && std::ranges::find(worth.fits, decision) != worth.fits.end()) {
            script.push_back("word " + id);
            break;
        }
    }
    if (care.writes) {
        script.emplace_back("note Asked, decided and told as agreed, see the chart.");
    }
}

} // namespace

std::vector<std::string> interview_script(const Condition& condition,
                                          const std::vector<client::ShelfProduct>& shelf,
                                          const Interviewer& interviewer) {
    const Care care = care_of(interviewer.quality);
    std::vector<std::string> script;
    int second = 0;
    const std::vector<std::string> questions = questions_of(condition, interviewer.examines);
    for (std::size_t k = 0; k < questions.size(); k += care.asks_every) {
        second += seconds_a_question;
        script.push_back("question " + questions[k] + " " + std::to_string(second));
    }
    const Urgency right = condition.decision.urgency;
    const auto careless =
        static_cast<Urgency>(std::min(static_cast<int>(right) + 1, client::urgency_count - 1));
    const Urgency decision = care.decides_right ? right : careless;
    script.push_back("decide " + std::string(client::urgency_code(decision)) + " " +
                     std::to_string(second + seconds_a_question));
    add_telling(condition, care, decision, script);
    if (care.prepares_every > 0) {
        script.push_back("position " + condition.positions.front());
        for (std::size_t k = 0; k < condition.adaptations.size(); k += care.prepares_every) {
            script.push_back("prepare " + condition.adaptations[k]);
        }
    }
    if (const std::string product = product_of(condition, shelf, care); !product.empty()) {
        script.push_back("product " + product);
    }
    return script;
}

} // namespace tactus::drills
