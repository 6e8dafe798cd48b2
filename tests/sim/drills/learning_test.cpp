#include "sim/drills/learning.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tactus::drills;

namespace {

/// Runs one after the other at the level reached: 'p' passed, 'f' failed.
Feedback after(const std::string& runs, Feedback first = Feedback::full) {
    std::vector<GradedRun> done;
    for (const char run : runs) {
        done.push_back({.passed = run == 'p', .feedback = level_reached(first, done)});
    }
    return level_reached(first, done);
}

constexpr GradedRun pass_on(std::int64_t day, Feedback feedback = Feedback::full) {
    return {.day = day, .score = 80, .passed = true, .feedback = feedback};
}

constexpr GradedRun fail_on(std::int64_t day, Feedback feedback = Feedback::full) {
    return {.day = day, .score = 40, .passed = false, .feedback = feedback};
}

} // namespace

TEST_CASE("feedback fades a step after two passes in a row, and comes back a step after a fail") {
    CHECK(after("") == Feedback::full);
    CHECK(after("p") == Feedback::full);
    CHECK(after("pfp") == Feedback::full); // not in a row
    CHECK(after("pp") == Feedback::band_only);
    CHECK(after("ppp") == Feedback::band_only);
    CHECK(after("pppp") == Feedback::terminal);
    CHECK(after("pppppp") == Feedback::none);
    CHECK(after("pppppppp") == Feedback::none);
    CHECK(after("ppppf") == Feedback::band_only);
    CHECK(after("ppppff") == Feedback::full);
    CHECK(after("ppppfff") == Feedback::full);
    CHECK(after("ppppfpp") == Feedback::terminal);
}

TEST_CASE("a drill that begins with less feedback never gives more") {
    CHECK(after("ff", Feedback::terminal) == Feedback::terminal);
    CHECK(after("pp", Feedback::terminal) == Feedback::none);
    CHECK(after("ppf", Feedback::terminal) == Feedback::terminal);
}

TEST_CASE("runs with more feedback than was reached move nothing, runs with less count") {
    std::vector<GradedRun> runs{pass_on(0), pass_on(0)};
    REQUIRE(level_reached(Feedback::full, runs) == Feedback::band_only);
    runs.insert(runs.end(), {pass_on(0), pass_on(0), fail_on(0)}); // still with all of it
    CHECK(level_reached(Feedback::full, runs) == Feedback::band_only);
    runs.insert(runs.end(), {pass_on(1, Feedback::none), pass_on(1, Feedback::none)});
    CHECK(level_reached(Feedback::full, runs) == Feedback::terminal);
}

TEST_CASE("a drill that was passed is tested without feedback a day and a week later") {
    CHECK_FALSE(next_test({}).has_value());
    CHECK_FALSE(next_test(std::vector{fail_on(10)}).has_value());
    std::vector<GradedRun> runs{fail_on(10), pass_on(10)};
    CHECK(next_test(runs)->due_day == 11);
    CHECK(next_test(runs)->after_days == 1);
    runs.push_back(pass_on(12));                 // with feedback: no test
    runs.push_back(pass_on(10, Feedback::none)); // the same day: no test either
    CHECK(next_test(runs)->due_day == 11);
    runs.push_back(pass_on(12, Feedback::none));
    CHECK(next_test(runs)->due_day == 17);
    CHECK(next_test(runs)->after_days == 7);
    runs.push_back(pass_on(16, Feedback::none)); // too early for the week's
    CHECK(next_test(runs)->due_day == 17);
    runs.push_back(pass_on(20, Feedback::none));
    CHECK_FALSE(next_test(runs).has_value());
}

TEST_CASE("who comes back after a week does both tests in one") {
    const std::vector runs{pass_on(10), pass_on(18, Feedback::none)};
    CHECK_FALSE(next_test(runs).has_value());
}

TEST_CASE("a failed test waits until the drill is passed again") {
    std::vector<GradedRun> runs{pass_on(10), fail_on(12, Feedback::none)};
    CHECK_FALSE(next_test(runs).has_value());
    runs.push_back(pass_on(12));
    CHECK(next_test(runs)->due_day == 13);
    CHECK(next_test(runs)->after_days == 1);
}
