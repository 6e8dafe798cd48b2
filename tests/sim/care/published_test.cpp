#include "sim/care/dosing_trial.hpp"
#include "sim/care/published_courses.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <string>

using namespace tactus::care;

TEST_CASE("the six published courses come out to rounding") {
    for (const PublishedCourse& course : published_courses()) {
        const auto pain = modelled_pain(course.schedule);
        for (std::size_t k = 0; k < pain.size(); ++k) {
            CAPTURE(std::string(course.name));
            CAPTURE(published_days[k]);
            CHECK(std::round(pain[k] * 100) == std::round(course.pain[k] * 100));
        }
    }
}

TEST_CASE("a schedule's visits lie on the days that the table was made with") {
    const auto days = [](const Schedule& schedule) {
        std::vector<double> list;
        for (const Visit& visit : visits_of(schedule)) {
            list.push_back(visit.day);
        }
        return list;
    };
    CHECK(days({60, 1, 3}) == std::vector<double>{0, 7, 14});
    CHECK(days({60, 2, 2}) == std::vector<double>{0, 3.5, 7, 10.5});
    CHECK(days({60, 3, 1, 2}) == std::vector<double>{0, 2, 4.5, 14, 21});
}

TEST_CASE("simulated clients respond to each dose as the facts' check says") {
    const TrialOutcome outcome = run_trial(1, 200000);
    CHECK(outcome.control_responders == doctest::Approx(0.21).epsilon(0.025));
    for (std::size_t k = 0; k < outcome.arms.size(); ++k) {
        CAPTURE(std::string(trial_arms()[k].name));
        CHECK(outcome.arms[k].relative_risk == doctest::Approx(trial_arms()[k].model_risk).epsilon(0.015));
    }
    CHECK(outcome.arms[0].responders == doctest::Approx(0.48).epsilon(0.011));
    CHECK(outcome.arms[1].responders == doctest::Approx(0.55).epsilon(0.011));
}

TEST_CASE("the trial is the same for the same seed and another for another") {
    const TrialOutcome one = run_trial(3, 2000);
    CHECK(run_trial(3, 2000).arms[1].responders == one.arms[1].responders);
    CHECK(run_trial(4, 2000).control_responders != one.control_responders);
}

TEST_CASE("ten weekly hours help as in the trial at week 10, and hardly any more at week 52") {
    CHECK(weekly_benefit(10) == doctest::Approx(1.49).epsilon(0.004));
    CHECK(weekly_benefit(52) == doctest::Approx(0.21).epsilon(0.03));
}
