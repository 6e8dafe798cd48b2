#include "sim/anatomy/published_check.hpp"
#include "sim/anatomy/published_landmarks.hpp"
#include "sim/anatomy/published_layers.hpp"
#include "sim/anatomy/survey.hpp"
#include "sim/anatomy/survey_fit.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace tactus;
using anatomy::Sex;

TEST_CASE("sizes grow with BMI and stature as the survey's do") {
    for (const Sex sex : {Sex::male, Sex::female}) {
        const auto slopes = anatomy::model_slopes(sex);
        const auto bodies = anatomy::survey_bodies(sex);
        const auto rise_m = static_cast<double>(bodies[2].body.stature_m - bodies[0].body.stature_m);
        REQUIRE(slopes.size() == anatomy::survey(sex).size());
        for (std::size_t i = 0; i < slopes.size(); ++i) {
            const anatomy::SurveySize& size = anatomy::survey(sex)[i];
            CAPTURE(size.name);
            CHECK(slopes[i].name == size.name);
            if (size.by_bmi) {
                CHECK(slopes[i].per_bmi_m == doctest::Approx(size.by_bmi->per_bmi_m).epsilon(.06));
            }
            // Over 5th to 95th percentile of stature, in deviations: worst are a woman's waist level (0.27 at
            // each end) and a man's hip (0.24).
            CHECK(std::fabs(slopes[i].per_stature - size.per_stature) * rise_m < 0.6 * size.deviation_m);
            CHECK(slopes[i].per_stature > 0);
            CHECK(slopes[i].bend_m < 0.5 * size.deviation_m);
        }
    }
}

TEST_CASE(
    "sizes, landmarks and layers of the mean, small, large, lean, heavy and average body are as published") {
    for (const Sex sex : {Sex::male, Sex::female}) {
        CHECK(anatomy::check_landmarks(anatomy::make_anatomy(anatomy::survey_bodies(sex).front().body, {}))
                  .size() == 30);
        for (const anatomy::OutOfFacts& row : anatomy::out_of_facts(sex)) {
            FAIL_CHECK((sex == Sex::male ? "man, " : "woman, "), row.body, ": ", row.what);
        }
    }
}

TEST_CASE("a body that is not as published is found out") {
    anatomy::Anatomy body = anatomy::make_anatomy({.bmi = 23, .age_years = 30}, {});
    for (float& muscle_m : body.layers.muscle_m) {
        muscle_m *= 2;
    }
    int out_of_range = 0;
    for (const anatomy::LayerFinding& row : anatomy::check_layers(anatomy::measure(body), Sex::male)) {
        out_of_range += row.within() ? 0 : 1;
    }
    CHECK(out_of_range >= 7);
    for (anatomy::Landmark& mark : body.landmarks) {
        mark.position_m.z += .015F;
    }
    for (const anatomy::LandmarkFinding& row : anatomy::check_landmarks(body)) {
        CHECK_FALSE(row.within());
    }
}
