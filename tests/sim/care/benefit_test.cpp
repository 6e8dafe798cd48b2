#include "sim/care/benefit.hpp"
#include "sim/care/natural_course.hpp"

#include <doctest/doctest.h>

#include <array>
#include <utility>

using namespace tactus::care;

TEST_CASE("a visit is worth what its length says, and beyond 65 minutes no more") {
    constexpr auto shares =
        std::to_array<std::pair<double, double>>({{10, 0.06}, {20, 0.17}, {30, 0.33}, {45, 0.63}, {60, 1}});
    for (const auto& [minutes, share] : shares) {
        CAPTURE(minutes);
        CHECK(length_share(minutes) == doctest::Approx(share).epsilon(0.005 / share));
    }
    CHECK(length_share(66) == 1.15);
    CHECK(length_share(120) == 1.15);
    CHECK(length_share(0) == 0);
}

TEST_CASE("a first good hour takes 1.32 points off 5.7, a bad one half of it, a harmful one nothing") {
    const auto drop = [](double quality) { return 5.7 * relief(after_visit({}, 60, quality), 1); };
    CHECK(drop(1) == doctest::Approx(1.32).epsilon(0.005));
    CHECK(drop(0.5) == doctest::Approx(drop(1) / 2));
    CHECK(drop(0) == 0);
    CHECK(relief(after_visit({}, 60, 1), 0) == 0); // who does not respond
}

TEST_CASE("the stores fill up and never over, and leak with their own taus") {
    Benefit benefit;
    for (int visit = 0; visit < 100; ++visit) {
        benefit = after_visit(benefit, 60, 1);
    }
    CHECK(benefit.fast == doctest::Approx(1));
    CHECK(benefit.slow == doctest::Approx(1).epsilon(1e-4));
    CHECK(relief(benefit, 1) == doctest::Approx(0.93).epsilon(1e-3));
    const Benefit week = after_days(benefit, 7);
    CHECK(week.fast == doctest::Approx(0.3679).epsilon(1e-3));
    CHECK(week.slow == doctest::Approx(0.9656).epsilon(1e-3));
    const Benefit in_two = after_days(after_days(benefit, 3), 4);
    CHECK(in_two.fast == doctest::Approx(week.fast));
}

TEST_CASE("a fresh strain heals by itself, a chronic problem stays, and a flare-up passes") {
    const Problem strain{.onset = Onset::acute};
    CHECK(untreated_pain(strain, 6, 0) == 6);
    CHECK(untreated_pain(strain, 6, 10) == doctest::Approx(6 * 0.3679).epsilon(1e-3));
    CHECK(untreated_pain({.onset = Onset::chronic}, 6, 100) == 6);
    const std::array flares{4.0, 9.0};
    CHECK(flare_pain(flares, 3.9) == 0);
    CHECK(flare_pain(flares, 4) == 2);
    CHECK(flare_pain(flares, 9) == doctest::Approx(2 + 2 * 0.3679).epsilon(1e-3));
}

TEST_CASE("a cause adds 0.3 a week until home advice is given") {
    const Problem desk{.cause = Cause::posture};
    CHECK(cause_pain(desk, 14, std::nullopt) == doctest::Approx(0.6));
    CHECK(cause_pain(desk, 14, 7) == doctest::Approx(0.3));
    CHECK(cause_pain(desk, 14, 0) == 0);
    CHECK(cause_pain({}, 14, std::nullopt) == 0);
}

TEST_CASE("function follows pain on the questionnaire's scale") {
    CHECK(function_score(5.7) == doctest::Approx(10.47));
    CHECK(function_score(0.5) == 0);
    CHECK(function_score(10) == doctest::Approx(19.5));
}
