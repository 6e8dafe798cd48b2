/// What an interview earns: asking, deciding, telling, writing down.

#include "sim/client/client_file.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using namespace tactus::scoring;

namespace {

const client::Condition& reflux() {
    static const client::Condition condition =
        client::read_client(std::string(TACTUS_SOURCE_DIR) + "/assets/clients/nguyen.toml").condition;
    return condition;
}

/// A minute without a touch, after this interview.
Score score_of(const client::Conduct& conduct, bool interview_due = true) {
    testing::FakeRun run;
    while (run.now_s() < 60) {
        run.add({});
    }
    const Rubric rubric;
    const std::array<double, group_count> weights{0, 0, 0, 0, 50, 50};
    const std::vector<TimedTask> tasks{{.begin_s = 0, .end_s = 60, .task = {}}};
    ClientOutcome outcome{.check_ins = 1, .condition = &reflux(), .conduct = &conduct};
    outcome.interview_due = interview_due;
    return evaluate(testing::test_anatomy(), run.trace, tasks, {rubric, weights}, outcome);
}

client::Conduct asked_everything() {
    client::Conduct conduct;
    for (const auto& [question, points] : reflux().question_points) {
        conduct.asked.push_back(question);
    }
    conduct.asked.insert(conduct.asked.end(), reflux().decision.must_ask.begin(),
                         reflux().decision.must_ask.end());
    conduct.decision = client::Urgency::days;
    conduct.wording = "not_like_a_muscle";
    conduct.note = "Burning after meals, lying flat. To the doctor this week.";
    conduct.position = reflux().positions.front();
    conduct.prepared = reflux().adaptations;
    return conduct;
}

double marks_lost(const Score& score, const std::string& measure) {
    const auto reason = std::ranges::find(score.reasons, measure, &Reason::measure);
    return reason == score.reasons.end() ? 0 : reason->marks_lost;
}

} // namespace

TEST_CASE("a whole interview, the right decision and a calm reason lose nothing") {
    const Score score = score_of(asked_everything());
    CHECK(score.critical.empty());
    CHECK(score.reasons.empty());
    CHECK(score.total == doctest::Approx(100));
}

TEST_CASE("a diagnosis or an alarm, and no note, lose marks with advice though the decision is right") {
    for (const char* const wording : {"names_it_this_week", "fear_this_week"}) {
        client::Conduct conduct = asked_everything();
        conduct.wording = wording;
        conduct.note = "";
        const Score score = score_of(conduct);
        CHECK(score.measures.at("reason_told") == 0);
        const auto reason = std::ranges::find(score.reasons, "closing", &Reason::measure);
        REQUIRE(reason != score.reasons.end());
        CHECK(reason->what.find("No note was written.") != std::string::npos);
        CHECK(!reason->advice.empty());
        CHECK(reason->marks_lost > 10);
    }
    client::Conduct vague = asked_everything();
    vague.wording = "better_not";
    CHECK(marks_lost(score_of(vague), "closing") > 1);
    CHECK(marks_lost(score_of(vague), "closing") < 10);
}

TEST_CASE("a drill that asks for an interview marks that none was held, another does not") {
    const client::Conduct silent;
    const Score due = score_of(silent);
    CHECK(due.total < 49);
    CHECK(std::ranges::find(due.critical, "not_asked_effort", &Critical::id) != due.critical.end());
    CHECK(marks_lost(due, "decision") > 0);
    const Score not_due = score_of(silent, false);
    CHECK(not_due.critical.empty());
    CHECK(!not_due.measures.contains("asked_percent"));
}

TEST_CASE("who must not be massaged is marked for talk and decision alone, never for strokes left undone") {
    testing::FakeRun run;
    while (run.now_s() < 10) {
        run.add({});
    }
    const client::Condition clot =
        client::read_client(std::string(TACTUS_SOURCE_DIR) + "/assets/clients/rossi.toml").condition;
    client::Conduct conduct;
    for (const auto& [question, points] : clot.question_points) {
        conduct.asked.push_back(question);
    }
    conduct.asked.insert(conduct.asked.end(), clot.decision.must_ask.begin(), clot.decision.must_ask.end());
    conduct.decision = clot.decision.urgency;
    conduct.position = clot.positions.front();
    conduct.prepared = clot.adaptations;
    const Rubric rubric;
    const std::array<double, group_count> weights{25, 40, 15, 5, 0, 15};
    Task strokes;
    strokes.force_n = Band{20, 45};
    strokes.zone = Zone{.u_low = 0.12F, .u_high = 0.35F, .v_low = 0, .v_high = 1.2F};
    const std::vector<TimedTask> tasks{{.begin_s = 0, .end_s = 60, .task = strokes}};
    ClientOutcome outcome{.condition = &clot, .conduct = &conduct};
    outcome.interview_due = true;
    const Score score = evaluate(testing::test_anatomy(), run.trace, tasks, {rubric, weights}, outcome);
    CHECK(!score.groups[0]);
    CHECK(!score.groups[1]);
    CHECK(!score.groups[2]);
    CHECK(score.critical.empty());
    CHECK(score.total >= 75);

    // Who could have been massaged and was sent away without has done nothing.
    outcome.condition = &reflux();
    CHECK(evaluate(testing::test_anatomy(), run.trace, tasks, {rubric, weights}, outcome).groups[0] == 0.0);
}
