#include "sim/authoring/resources.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/ladder.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;
using namespace tactus::drills;

namespace {

scoring::Task task() {
    scoring::Task asked;
    asked.force_n = scoring::Band{20, 45};
    asked.return_force_n = scoring::Band{0.5F, 6};
    asked.speed_m_s = scoring::Band{0.10F, 0.16F};
    return asked;
}

scoring::Pass clean() { return {.begin_s = 0, .end_s = 4, .in_band = 1}; }

scoring::Pass failed() { return {.begin_s = 0, .end_s = 4, .in_band = 0.5, .fault = "too hard"}; }

} // namespace

TEST_CASE("the band narrows after a clean pass and widens again after two failures in a row") {
    Ladder ladder(task());
    CHECK(ladder.task().force_n->high > 45);
    for (int k = 0; k < rung_of_the_drill; ++k) {
        ladder.take(clean());
    }
    CHECK(ladder.task().force_n->low == doctest::Approx(20));
    CHECK(ladder.task().force_n->high == doctest::Approx(45));
    ladder.take(clean());
    const scoring::Band narrow = *ladder.task().force_n;
    CHECK(narrow.low > 20);
    CHECK(narrow.high < 45);
    CHECK(std::sqrt(narrow.low * narrow.high) == doctest::Approx(30)); // the same middle, felt by ratios
    CHECK(ladder.task().speed_m_s->low > 0.10F);
    CHECK(ladder.task().return_force_n == task().return_force_n);
    ladder.take(failed());
    CHECK(*ladder.task().force_n == narrow); // one may be a slip
    ladder.take(failed());
    CHECK(ladder.state().widened);
    CHECK(ladder.task().force_n->high == doctest::Approx(45));
    CHECK(ladder.state().highest == rung_of_the_drill + 1);
    CHECK(ladder.state().passes == 5);
    CHECK(ladder.state().clean == 3);
}

TEST_CASE("a ladder ends at its ends") {
    Ladder ladder(task());
    for (int k = 0; k < 4; ++k) {
        ladder.take(failed());
    }
    CHECK(ladder.state().rung == 0);
    CHECK_FALSE(ladder.state().widened);
    for (int k = 0; k < 20; ++k) {
        ladder.take(clean());
    }
    CHECK(ladder.state().rung == ladder_rungs - 1);
    CHECK(ladder.state().failures == 0);
}

TEST_CASE("a failure between clean passes is forgotten") {
    Ladder ladder(task());
    ladder.take(clean());
    ladder.take(failed());
    ladder.take(clean());
    ladder.take(failed());
    CHECK(ladder.state().rung == 2);
}

TEST_CASE("a ladder loops one step of a drill, and finds one in every drill of strokes, holds or beats") {
    const Drill drill = read_drill(authoring::asset_named("drills", "long-lines"));
    const auto first = step_for_ladder(drill);
    REQUIRE(first.has_value());
    const Drill loop = looped(drill, *first);
    REQUIRE(loop.steps.size() == 1);
    CHECK(loop.steps.front().task == drill.steps[static_cast<std::size_t>(*first)].task);
    CHECK(loop.duration_s() == 600);
    CHECK(loop.id == drill.id);
    const auto next = step_for_ladder(drill, *first + 1);
    REQUIRE(next.has_value());
    CHECK(*next != *first);
    CHECK(step_for_ladder(drill, static_cast<int>(drill.steps.size())) == first); // round to the beginning

    Drill words = drill;
    for (Step& step : words.steps) {
        step.task = {};
    }
    CHECK_FALSE(step_for_ladder(words).has_value());
}
