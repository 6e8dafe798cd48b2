#include "sim/anatomy/measures.hpp"
#include "sim/anatomy/survey.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;
using anatomy::BodyParameters;
using anatomy::Sex;

namespace {

anatomy::Measures of(Sex sex, float bmi) {
    return measure(anatomy::make_anatomy(
        {.sex = sex, .stature_m = sex == Sex::female ? 1.629F : 1.756F, .bmi = bmi, .age_years = 30}, {}));
}

double standing(const anatomy::Measures& m, std::string_view name) {
    const anatomy::Size* size = size_named(m, name);
    REQUIRE(size != nullptr);
    return size->standing_m;
}

} // namespace

TEST_CASE("standing sizes follow the ANSUR regression within half a deviation at any build") {
    for (const float bmi : {20.0F, 25.0F, 30.0F}) {
        for (const Sex sex : {Sex::male, Sex::female}) {
            const anatomy::Measures m = of(sex, bmi);
            for (const anatomy::SurveySize& row : anatomy::survey(sex)) {
                if (!row.by_bmi) {
                    continue;
                }
                CAPTURE(row.name);
                CAPTURE(bmi);
                const double expected =
                    row.by_bmi->at_bmi_25_m + row.by_bmi->per_bmi_m * (static_cast<double>(bmi) - 25);
                CHECK(std::fabs(standing(m, row.name) - expected) < 0.5 * row.deviation_m);
            }
        }
    }
}

TEST_CASE(
    "every size of the mean body lies within a deviation of the survey, and grows with BMI as it does") {
    for (const Sex sex : {Sex::male, Sex::female}) {
        const auto bodies = anatomy::survey_bodies(sex);
        const auto measured = [&](std::size_t k) {
            return measure(anatomy::make_anatomy(bodies[k].body, {}));
        };
        const anatomy::Measures mean = measured(0);
        const anatomy::Measures lean = measured(3);
        const anatomy::Measures heavy = measured(4);
        const auto bmi_range = static_cast<double>(bodies[4].body.bmi - bodies[3].body.bmi);
        for (const anatomy::SurveySize& row : anatomy::survey(sex)) {
            CAPTURE(row.name);
            CHECK(std::fabs(standing(mean, row.name) - row.mean_m) < row.deviation_m);
            if (row.by_bmi) {
                const double slope = (standing(heavy, row.name) - standing(lean, row.name)) / bmi_range;
                CHECK(slope == doctest::Approx(row.by_bmi->per_bmi_m).epsilon(.25));
            }
        }
    }
}

TEST_CASE("a taller body is longer and broader, within the survey's range of either") {
    // 5th and 95th percentile of facts 4.4, which also hold what does not come of stature.
    const auto men = anatomy::survey_bodies(Sex::male);
    const anatomy::Measures small = measure(anatomy::make_anatomy(men[1].body, {}));
    const anatomy::Measures large = measure(anatomy::make_anatomy(men[2].body, {}));
    const auto within = [&](std::string_view name, double low_m, double high_m) {
        CAPTURE(name);
        CHECK(standing(small, name) > low_m);
        CHECK(standing(large, name) < high_m);
        CHECK(standing(large, name) > standing(small, name) + 0.25 * (high_m - low_m));
    };
    within("c7_to_crest", .413, .496);
    within("biacromial_breadth", .384, .447);
    within("bideltoid_breadth", .459, .567);
}

TEST_CASE("the mean soldier's frame is that of the survey") {
    const anatomy::Measures man = of(Sex::male, 27.7F);
    CHECK(standing(man, "biacromial_breadth") == doctest::Approx(.416).epsilon(.01));
    CHECK(std::fabs(standing(man, "bideltoid_breadth") - .510) < .033);
    CHECK(standing(man, "cervicale_height") == doctest::Approx(1.517).epsilon(.002));
    CHECK(standing(man, "iliocristale_height") == doctest::Approx(1.517 - .456).epsilon(.003));
    CHECK(std::fabs(standing(man, "neck_circumference") - .398) < .013);
    CHECK(std::fabs(standing(man, "interscye") - .431) < .018);
    CHECK(man.weight_kg == doctest::Approx(85.5).epsilon(.01));
    const anatomy::Measures woman = of(Sex::female, 25.5F);
    CHECK(standing(woman, "biacromial_breadth") == doctest::Approx(.365).epsilon(.01));
    CHECK(std::fabs(standing(woman, "bideltoid_breadth") - .450) < .029);
    CHECK(std::fabs(standing(woman, "neck_circumference") - .330) < .010);
    CHECK(std::fabs(standing(woman, "interscye") - .373) < .015);
    CHECK(std::fabs(standing(woman, "bicristal_breadth") - .273) < .011);
}

TEST_CASE("a prone waist is wider and flatter in a heavy man than it stands") {
    const anatomy::Measures m = of(Sex::male, 33.0F);
    const anatomy::Size* breadth = size_named(m, "waist_breadth");
    const anatomy::Size* depth = size_named(m, "waist_depth");
    CHECK(breadth->prone_m > breadth->standing_m);
    CHECK(depth->prone_m < depth->standing_m);
    CHECK(std::isnan(size_named(m, "axilla_height")->prone_m));
    CHECK(size_named(m, "wing_span") == nullptr);
}

TEST_CASE("layers at named places lie in the ranges of the facts") {
    const anatomy::Measures m = of(Sex::male, 23.0F);
    const auto layer = [&](std::string_view place) {
        for (const anatomy::LayerSample& sample : m.layers) {
            if (sample.place == place) {
                return sample;
            }
        }
        FAIL("no such place");
        return m.layers.front();
    };
    CHECK(layer("L3_erector").muscle_m > 0.022F);
    CHECK(layer("L3_erector").muscle_m < 0.042F);
    CHECK(layer("scapula").bone == "scapula right");
    CHECK(layer("scapula").muscle == "infraspinatus");
    CHECK(layer("T7_spine").muscle_m < 0.012F);
    CHECK(layer("loin").bone.empty());
    CHECK(layer("sacrum").fat_m > layer("T7_spine").fat_m);
}
