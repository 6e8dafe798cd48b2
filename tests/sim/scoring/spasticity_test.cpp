/// Slow hands (facts 10, D18): how far the tone falls, and how often it catches.

#include "sim/client/client_file.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tactus;
using namespace tactus::scoring;

namespace {

const client::Condition& spastic() {
    static const client::Condition condition =
        client::read_client(std::string(TACTUS_SOURCE_DIR) + "/assets/clients/jansen.toml").condition;
    return condition;
}

/// Half a minute of slow strokes, after which the tone is what it is, with so many jerks that were answered.
Score score_of(float tone_now, int jerks, std::optional<int> free, float tone_drop = 0.3F) {
    testing::FakeRun run;
    while (run.now_s() < 30) { // up in six seconds, back in four
        const auto t = static_cast<float>(std::fmod(run.now_s(), 10.0));
        const bool up = t < 6;
        const float way = testing::smooth_way(up ? t / 6 : (10 - t) / 4);
        run.add({std::nullopt,
                 testing::FakeHand{.u = 0.25F, .v = 0.8F - 0.6F * way, .force_n = up ? 18.0F : 3.0F}});
    }
    Task strokes;
    strokes.force_n = Band{10, 25};
    strokes.return_force_n = Band{0.5F, 8};
    strokes.speed_m_s = Band{0.03F, 0.06F};
    strokes.direction = Direction::cephalad;
    strokes.zone = Zone{.u_low = 0.14F, .u_high = 0.36F, .v_low = 0.2F, .v_high = 0.8F};
    strokes.tone_drop = tone_drop;
    strokes.spasms_max = free;
    const std::vector<TimedTask> tasks{{.begin_s = 0, .end_s = 30, .task = strokes}};
    std::vector<client::BodyEvent> events;
    const auto rule =
        std::ranges::find(spastic().events, client::EventKind::clonus, &client::BodyEventRule::kind);
    for (int k = 0; k < jerks; ++k) {
        events.push_back({.kind = rule->kind,
                          .rule = static_cast<std::size_t>(rule - spastic().events.begin()),
                          .place = rule->place,
                          .t_s = 5.0 + k,
                          .state = "joint_over_limit",
                          .value = 1.4F,
                          .threshold = 1,
                          .answered_s = 6.0 + k});
    }
    const client::Conduct conduct;
    ClientOutcome outcome{.condition = &spastic(), .conduct = &conduct, .body_events = events};
    outcome.tone_start = 0.4F;
    outcome.tone_now = tone_now;
    const Rubric rubric;
    const std::array<double, group_count> weights{15, 35, 5, 25, 15, 5};
    return evaluate(testing::test_anatomy(), run.trace, tasks, {rubric, weights}, outcome);
}

double spasticity_lost(const Score& score, const std::string& measure) {
    double lost = 0;
    for (const Reason& reason : score.reasons) {
        lost += reason.measure == measure ? reason.marks_lost : 0;
    }
    return lost;
}

double safety(const Score& score) {
    return score.groups[static_cast<std::size_t>(Group::safety)].value_or(-1);
}

} // namespace

TEST_CASE("a tone that has fallen as far as asked loses nothing, half as far half the row, risen all of it") {
    const double all = spasticity_lost(score_of(0.44F, 0, 1), "tone_drop");
    CHECK(all > 1);
    CHECK(spasticity_lost(score_of(0.28F, 0, 1), "tone_drop") == doctest::Approx(0));
    CHECK(spasticity_lost(score_of(0.20F, 0, 1), "tone_drop") == doctest::Approx(0));
    CHECK(spasticity_lost(score_of(0.34F, 0, 1), "tone_drop") == doctest::Approx(all / 2).epsilon(0.01));
    CHECK(score_of(0.34F, 0, 1).measures.at("tone_drop_percent") == doctest::Approx(15).epsilon(0.001));
}

TEST_CASE("a step that does not ask for it leaves tone out of the marks, and so does a client without") {
    CHECK(spasticity_lost(score_of(0.44F, 0, 1, 0), "tone_drop") == 0);
    CHECK(score_of(0.44F, 0, 1, 0).total == doctest::Approx(score_of(0.28F, 0, 1, 0).total));
}

TEST_CASE("one jerk is free where a step says so, each further one costs; where it does not, each does") {
    CHECK(safety(score_of(0.28F, 1, 1)) == safety(score_of(0.28F, 0, 1)));
    CHECK(safety(score_of(0.28F, 1, 1)) - safety(score_of(0.28F, 2, 1)) ==
          doctest::Approx(Rubric{}.moderate));
    CHECK(safety(score_of(0.28F, 0, std::nullopt)) - safety(score_of(0.28F, 1, std::nullopt)) ==
          doctest::Approx(Rubric{}.moderate));
    CHECK(score_of(0.28F, 2, 1).measures.at("spasms") == 2);
}
