#include "sim/anatomy/measures.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;
using anatomy::BodyParameters;
using anatomy::Sex;

namespace {

/// A row of ANSUR II (facts 4.4): value at BMI 25, slope a unit of BMI, deviation. Metres.
struct Expected {
    const char* name;
    double at_bmi_25;
    double slope;
    double deviation;
};

constexpr std::array male_rows{
    Expected{"chest_depth", .239, .0056, .026},   Expected{"waist_depth", .218, .0075, .035},
    Expected{"waist_breadth", .307, .0074, .035}, Expected{"chest_breadth", .282, .0028, .018},
    Expected{"hip_breadth", .334, .0045, .024},   Expected{"buttock_depth", .230, .0058, .027},
};
constexpr std::array female_rows{
    Expected{"chest_depth", .244, .0064, .027},   Expected{"waist_depth", .209, .0076, .031},
    Expected{"waist_breadth", .296, .0076, .033}, Expected{"chest_breadth", .268, .0034, .019},
    Expected{"hip_breadth", .351, .0058, .027},   Expected{"buttock_depth", .230, .0060, .024},
};

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
            for (const Expected& row : sex == Sex::male ? male_rows : female_rows) {
                CAPTURE(row.name);
                CAPTURE(bmi);
                const double expected = row.at_bmi_25 + row.slope * (static_cast<double>(bmi) - 25);
                CHECK(std::fabs(standing(m, row.name) - expected) < 0.5 * row.deviation);
            }
        }
    }
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
