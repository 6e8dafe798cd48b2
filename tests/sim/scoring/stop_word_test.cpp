#include "sim/scoring/evaluate.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

using namespace tactus;
using namespace tactus::scoring;
using tactus::testing::FakeHand;
using tactus::testing::FakeRun;
using tactus::testing::test_anatomy;

namespace {

/// A palm of 20 N that hurts from 5 s on, and what it weighs from then on.
Score score_of(const std::function<float(double since_s)>& force_n, double hurts_s, double run_s = 20) {
    FakeRun run;
    while (run.now_s() < run_s) {
        const double since_s = run.now_s() - 5;
        const bool hurts = since_s > 0 && since_s < hurts_s;
        run.add({std::nullopt, FakeHand{0.235F, 0.4F, since_s > 0 ? force_n(since_s) : 20}},
                hurts ? 8.4F : 5);
    }
    Task task;
    task.force_n = Band{8, 30};
    static const Rubric rubric = read_rubric(std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml");
    static constexpr std::array<double, group_count> weights{50, 0, 0, 50, 0, 0};
    return evaluate(test_anatomy(), run.trace, std::vector<TimedTask>{{0, run_s, task}}, {rubric, weights},
                    {});
}

bool fails_for_it(const Score& score) {
    return std::ranges::find(score.critical, "stop_ignored", &Critical::id) != score.critical.end();
}

} // namespace

TEST_CASE("a stop word that is not heeded within two seconds fails the drill and names its moment") {
    const Score ignored = score_of([](double) { return 20.0F; }, 10);
    REQUIRE(fails_for_it(ignored));
    CHECK_FALSE(ignored.passed);
    CHECK(ignored.total <= 49);
    CHECK(ignored.critical.front().moment_s == doctest::Approx(8).epsilon(.01)); // three seconds of it
    CHECK(fails_for_it(score_of([](double since_s) { return since_s < 5.5 ? 20.0F : 10.0F; }, 10)));
}

TEST_CASE("who eases by a quarter in time, or before the word falls, has heeded it") {
    CHECK_FALSE(fails_for_it(score_of([](double since_s) { return since_s < 4.5 ? 20.0F : 14.0F; }, 10)));
    CHECK_FALSE(fails_for_it(score_of([](double since_s) { return since_s < 4.5 ? 20.0F : 0.0F; }, 4.6)));
    CHECK_FALSE(fails_for_it(score_of([](double) { return 20.0F; }, 2.5)));     // told, and over
    CHECK_FALSE(fails_for_it(score_of([](double) { return 20.0F; }, 10, 9.5))); // the run ends first
    CHECK(fails_for_it(score_of([](double since_s) { return since_s < 4.5 ? 20.0F : 16.0F; }, 10)));
}
