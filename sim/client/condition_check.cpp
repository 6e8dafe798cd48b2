#include "sim/client/condition_check.hpp"

#include "sim/authoring/name_list.hpp"
#include "sim/client/preparation.hpp"

#include <algorithm>
#include <ranges>

namespace tactus::client {
namespace {

/// Gathers complaints about names.
class NameCheck {
public:
    explicit NameCheck(std::string_view file) : file_(file) {}

    template <class Known>
    void must_be_one_of(const std::string& name, const Known& known, const std::string& what) {
        if (std::ranges::find(known, std::string_view(name)) == std::ranges::end(known)) {
            complaints_.push_back({file_, "no " + what + " is called `" + name + "`",
                                   "choose one of " + authoring::name_list(known)});
        }
    }

    template <class Names, class Known>
    void all_must_be(const Names& names, const Known& known, const std::string& what) {
        for (const std::string& name : names) {
            must_be_one_of(name, known, what);
        }
    }

    std::vector<Complaint> take() { return std::move(complaints_); }

private:
    std::string file_;
    std::vector<Complaint> complaints_;
};

std::vector<std::string_view> ids(std::span<const Choice> choices) {
    std::vector<std::string_view> all;
    std::ranges::transform(choices, std::back_inserter(all), &Choice::id);
    return all;
}

} // namespace

std::vector<Complaint> check_condition(const Condition& condition, const Questionnaire& questionnaire,
                                       std::span<const std::string_view> techniques, std::string_view name) {
    std::vector<std::string_view> questions;
    std::vector<std::string_view> matrix;
    for (const Question& question : questionnaire.questions) {
        questions.push_back(question.id);
        if (question.kind == QuestionKind::matrix) {
            matrix.push_back(question.id);
        }
    }
    NameCheck check(name);
    check.all_must_be(condition.answers | std::views::keys, questions, "question");
    check.all_must_be(condition.matrix | std::views::keys, matrix, "question of the matrix");
    check.all_must_be(condition.decision.must_ask, questions, "question");
    check.all_must_be(condition.decision.key, questions, "question");
    check.all_must_be(condition.positions, ids(positions()), "position");
    check.all_must_be(condition.adaptations, ids(adaptations()), "adaptation");
    for (const TechniqueBan& ban : condition.bans) {
        check.all_must_be(ban.techniques, techniques, "technique");
    }
    for (const BodyEventRule& rule : condition.events) {
        if (!rule.answer.empty()) {
            check.must_be_one_of(rule.answer, ids(actions()), "action");
        }
    }
    return check.take();
}

} // namespace tactus::client
