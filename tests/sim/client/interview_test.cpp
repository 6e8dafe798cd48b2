#include "sim/authoring/user_error.hpp"
#include "sim/client/condition_file.hpp"
#include "sim/client/interview.hpp"
#include "sim/client/urgency.hpp"
#include "tests/sim/client/assets.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace tactus;
using namespace tactus::client;

namespace {

Questionnaire questionnaire() { return read_questionnaire(tests::assets / "intake" / "questions.toml"); }

/// As a client has it.
Condition condition(const std::string& id) {
    Condition found = read_condition_file(tests::assets / "conditions" / (id + ".toml")).condition;
    found.question_points = question_points(questionnaire(), found);
    return found;
}

std::vector<std::string> all_of(QuestionKind kind) {
    std::vector<std::string> ids;
    for (const Question& question : questionnaire().questions) {
        if (question.kind == kind) {
            ids.push_back(question.id);
        }
    }
    return ids;
}

} // namespace

TEST_CASE("the right urgency earns 100, one step off 75, one step too careful 87.5") {
    CHECK(decision_marks(Urgency::days, Urgency::days) == 100);
    CHECK(decision_marks(Urgency::treat, Urgency::clearance) == 75);
    CHECK(decision_marks(Urgency::days, Urgency::clearance) == 87.5);
    CHECK(decision_marks(Urgency::treat, Urgency::emergency) == 0);
    CHECK(under_referral(Urgency::treat, Urgency::days) == 2);
    CHECK(under_referral(Urgency::emergency, Urgency::treat) == 0);
    for (int k = 0; k < urgency_count; ++k) {
        const auto urgency = static_cast<Urgency>(k);
        CHECK(urgency_coded(urgency_code(urgency)) == urgency);
    }
    CHECK(!urgency_coded("E9"));
}

TEST_CASE("the script offers the points of facts 5.1") {
    double points = 0;
    for (const Question& question : questionnaire().questions) {
        points += question.kind == QuestionKind::universal ? question.points : 0;
    }
    CHECK(points == 29); // 17 questions
}

TEST_CASE("who would rather not tell does so when asked again, who has nothing to tell says the usual") {
    const Questionnaire all = questionnaire();
    const Condition brittle = condition("osteoporosis");
    const Question& history = *all.find("history");
    CHECK(answer_to(brittle, history, 0) == "Nothing to speak of, dear.");
    CHECK(answer_to(brittle, history, 1).find("tablet") != std::string::npos);
    CHECK(answer_to(brittle, *all.find("fever"), 0) == all.find("fever")->usual);
    CHECK(answer_to(brittle, *all.find("finger"), 0) == "Yes.");
    CHECK(answer_to(brittle, *all.find("meal"), 0) == "No.");
}

TEST_CASE("asking twice counts once, and a case's own questions count") {
    const Questionnaire all = questionnaire();
    const Condition reflux = condition("reflux");
    const double once = asked_share(reflux, {"saddle"});
    CHECK(once == asked_share(reflux, {"saddle", "saddle", "no such question"}));
    CHECK(asked_share(reflux, {"saddle", "meal"}) > once);
    CHECK(asked_share(condition("healthy"), {"meal"}) == 0);
    std::vector<std::string> everything = all_of(QuestionKind::universal);
    const std::vector<std::string> matrix = all_of(QuestionKind::matrix);
    everything.insert(everything.end(), matrix.begin(), matrix.end());
    CHECK(asked_share(reflux, everything) == 1);
    CHECK(unasked({"saddle", "fever"}, {"fever"}) == std::vector<std::string>{"saddle"});
}

TEST_CASE("the matrix tells reflux from muscle once enough has been asked") {
    const Questionnaire all = questionnaire();
    const std::vector<std::string> matrix = all_of(QuestionKind::matrix);
    const MatrixReading reflux = matrix_reading(all, condition("reflux"), matrix);
    // Facts 5.6: 1.5 + 1.2 + 2.0 + 1.5 + 0.8 + 0.7 + 0.2 + 0 + 0.8
    CHECK(reflux.log_odds == doctest::Approx(8.7));
    CHECK(reflux.pattern == Pattern::reflux);
    CHECK(matrix_reading(all, condition("strain_acute"), matrix).pattern == Pattern::muscle);
    CHECK(matrix_reading(all, condition("reflux"), {"meal", "flat"}).pattern == Pattern::open);
    Condition mixed;
    mixed.matrix = {{"meal", true}, {"flat", true}, {"twist", true}, {"lifting", true}};
    CHECK(matrix_reading(all, mixed, matrix).log_odds == doctest::Approx(0));
    CHECK(matrix_reading(all, mixed, matrix).pattern == Pattern::mixed);
    Condition heart = condition("reflux");
    heart.matrix["effort"] = true;
    CHECK(matrix_reading(all, heart, {"effort"}).pattern == Pattern::emergency);
}

TEST_CASE("a wrong questionnaire is told line by line") {
    std::string told;
    try {
        parse_questionnaire(
            "[matrix]\nreflux_above = 9\nmuscle_below = -1\nemergency_question = \"x\"\nenough = 1\n"
            "[[question]]\nid = \"a\"\nkind = \"matrix\"\nask = \"?\"\npoints = 1\n",
            "questions.toml");
    } catch (const UserError& error) {
        told = error.what();
    }
    for (const char* const part : {"reflux_above", "`x`", "yes", "no"}) {
        CAPTURE(part);
        CHECK(told.find(part) != std::string::npos);
    }
}
