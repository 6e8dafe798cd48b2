#include "sim/scoring/press_test.hpp"
#include "sim/scoring/protocol_mark.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace tactus;
using namespace tactus::scoring;

namespace {

Task press(float low_n, float high_n) {
    Task task;
    task.place = HoldPlace{.u = 0.22F, .v = 0.3F};
    task.force_n = Band{low_n, high_n};
    task.hold_s = 6;
    task.press_test = true;
    return task;
}

/// Three presses of ten seconds with 20, 30 and 40 N, asked in each.
Score pressed(const client::Condition& condition, const client::Conduct& conduct) {
    testing::FakeRun run;
    for (const float force_n : {20.0F, 30.0F, 40.0F}) {
        for (int k = 0; k < 1200; ++k) {
            run.add({std::nullopt, testing::FakeHand{.u = 0.22F, .v = 0.3F, .force_n = force_n}});
        }
    }
    const std::vector<TimedTask> tasks{
        {0, 10, press(17, 23)}, {10, 20, press(26, 34)}, {20, 30, press(35, 45)}};
    const Rubric rubric;
    const std::array<double, group_count> weights{0, 0, 0, 50, 0, 50};
    ClientOutcome outcome{.check_ins = 3, .condition = &condition, .conduct = &conduct};
    return evaluate(testing::test_anatomy(), run.trace, tasks, {rubric, weights}, outcome);
}

client::Conduct told(std::array<float, 3> points) {
    client::Conduct conduct;
    for (std::size_t k = 0; k < 3; ++k) {
        conduct.replies.push_back({.t_s = 5 + 10.0 * static_cast<double>(k),
                                   .force_n = 20.0F + 10 * static_cast<float>(k),
                                   .points = points[k]});
    }
    return conduct;
}

} // namespace

TEST_CASE("the slope of what is told against the force is that of a line through it") {
    CHECK(*pain_slope(std::array{PressReply{20, 3}, PressReply{30, 4}, PressReply{40, 5}}) ==
          doctest::Approx(0.1));
    CHECK(*pain_slope(std::array{PressReply{20, 3.5}, PressReply{40, 3.5}}) == doctest::Approx(0));
    CHECK(!pain_slope(std::array{PressReply{20, 3}}));
    CHECK(!pain_slope(std::array{PressReply{20, 3}, PressReply{21, 6}}));
}

TEST_CASE("a press test earns by each press that was asked about, and tells what the pain does") {
    const client::Condition healthy;
    const Score muscle = pressed(healthy, told({3, 4, 5}));
    CHECK(muscle.measures.at("presses_asked") == 3);
    CHECK(muscle.measures.at("pain_slope_per_n") == doctest::Approx(0.1));
    const Score unasked = pressed(healthy, {});
    CHECK(unasked.total < muscle.total);
    const auto reason = std::ranges::find(unasked.reasons, "press_test", &Reason::measure);
    REQUIRE(reason != unasked.reasons.end());
    CHECK(reason->what == "The client was asked in 0 of 3 presses.");
}

TEST_CASE("a cap of the client gives way to the press that examines, and to nothing else") {
    client::Condition tender;
    tender.caps.push_back({.place = "ANY", .palm_n = 20});
    const std::size_t safety = static_cast<std::size_t>(Group::safety);
    CHECK(*pressed(tender, told({3, 4, 5})).groups[safety] == 100);
}

TEST_CASE("signs that come to every such client cost nothing when they are answered in time") {
    client::Condition condition;
    condition.events.push_back({.kind = client::EventKind::dysreflexia,
                                .threshold = 150,
                                .answer_within_s = 15,
                                .answer = "sit_up"});
    testing::FakeRun trace;
    while (trace.now_s() < 60) {
        trace.add({});
    }
    const auto findings = [&](double answered_s) {
        const std::vector<client::BodyEvent> events{
            {.kind = client::EventKind::dysreflexia, .t_s = 10, .answered_s = answered_s}};
        const client::Conduct conduct;
        const Rubric rubric;
        const ClientOutcome outcome{.condition = &condition, .conduct = &conduct, .body_events = events};
        const MarkedRun run =
            lay_out(testing::test_anatomy(), {trace.trace.samples, trace.trace.dose_pa_s, {}},
                    std::vector<TimedTask>{{0, 60, {}}}, rubric, outcome);
        Measures measures;
        return safety_findings(run, measures);
    };
    CHECK(findings(20).penalties.empty());
    CHECK(findings(20).critical.empty());
    REQUIRE(findings(26).critical.size() == 1);
    CHECK(findings(26).critical.front().id == "dysreflexia_ignored");
}

TEST_CASE("at the signs of rising blood pressure order and time count") {
    client::Condition condition;
    condition.events.push_back({.kind = client::EventKind::dysreflexia, .answer = "sit_up"});
    const std::vector<client::BodyEvent> events{
        {.kind = client::EventKind::dysreflexia, .t_s = 10, .answered_s = 16}};
    testing::FakeRun trace;
    for (int k = 0; k < 120 * 60; ++k) { // hands off at 13 s
        const bool on = k < 120 * 13;
        trace.add({std::nullopt, on ? std::optional(testing::FakeHand{.u = 0.2F, .v = 0.3F, .force_n = 15})
                                    : std::nullopt});
    }
    const Rubric rubric;
    const auto marks = [&](const std::vector<client::Conduct::Done>& done) {
        client::Conduct conduct;
        conduct.done = done;
        const ClientOutcome outcome{.condition = &condition, .conduct = &conduct, .body_events = events};
        const MarkedRun run =
            lay_out(testing::test_anatomy(), {trace.trace.samples, trace.trace.dose_pa_s, {}},
                    std::vector<TimedTask>{{0, 60, {}}}, rubric, outcome);
        Measures measures;
        return protocol_mark(run, measures)->marks;
    };
    CHECK(marks({{"sit_up", 16}, {"loosen", 22}, {"call_emergency", 30}}) == 100);
    CHECK(marks({{"loosen", 14}, {"sit_up", 16}, {"call_emergency", 30}}) == doctest::Approx(87.5));
    CHECK(marks({{"sit_up", 40}, {"loosen", 45}, {"call_emergency", 50}}) == doctest::Approx(87.5));
    CHECK(marks({}) == 25); // the hands left, no more
}
