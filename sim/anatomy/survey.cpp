#include "sim/anatomy/survey.hpp"

#include "sim/anatomy/anatomy_data.hpp"

namespace tactus::anatomy {
namespace {

constexpr std::array male{
    SurveySize{"cervicale_height", 1.517, .063, .908, {}},
    SurveySize{"c7_to_crest", .456, .025, .218, {}},
    SurveySize{"tenth_rib_to_crest", .059, .017, .033, {}},
    SurveySize{"c7_to_waist", .461, .026, .217, {}},
    SurveySize{"biacromial_breadth", .416, .019, .148, {}},
    SurveySize{"bideltoid_breadth", .510, .033, .148, {}},
    SurveySize{"chest_breadth", .289, .018, .091, BmiLine{.282, .0028}},
    SurveySize{"chest_depth", .254, .026, .084, BmiLine{.239, .0056}},
    SurveySize{"waist_breadth", .326, .035, .125, BmiLine{.307, .0074}},
    SurveySize{"waist_depth", .238, .035, .078, BmiLine{.218, .0075}},
    SurveySize{"hip_breadth", .346, .024, .135, BmiLine{.334, .0045}},
    SurveySize{"buttock_depth", .246, .027, .082, BmiLine{.230, .0058}},
    SurveySize{"bicristal_breadth", .275, .018, .129, {}},
};

constexpr std::array female{
    SurveySize{"cervicale_height", 1.396, .060, .912, {}},
    SurveySize{"c7_to_crest", .400, .022, .204, {}},
    SurveySize{"tenth_rib_to_crest", .061, .013, .023, {}},
    SurveySize{"c7_to_waist", .416, .023, .199, {}},
    SurveySize{"biacromial_breadth", .365, .018, .158, {}},
    SurveySize{"bideltoid_breadth", .450, .029, .141, {}},
    SurveySize{"chest_breadth", .269, .019, .090, BmiLine{.268, .0034}},
    SurveySize{"chest_depth", .247, .027, .079, BmiLine{.244, .0064}},
    SurveySize{"waist_breadth", .300, .033, .119, BmiLine{.296, .0076}},
    SurveySize{"waist_depth", .213, .031, .054, BmiLine{.209, .0076}},
    SurveySize{"hip_breadth", .354, .027, .144, BmiLine{.351, .0058}},
    SurveySize{"buttock_depth", .233, .024, .074, BmiLine{.230, .0060}},
    SurveySize{"bicristal_breadth", .273, .022, .123, {}},
};

static_assert(male.size() == female.size());

} // namespace

std::span<const SurveySize> survey(Sex sex) {
    return sex == Sex::female ? std::span<const SurveySize>(female) : std::span<const SurveySize>(male);
}

std::array<SurveyBody, 5> survey_bodies(Sex sex) {
    const bool woman = sex == Sex::female;
    constexpr float soldier_age = 30;
    const auto body = [&](float stature_m, float bmi) {
        return BodyParameters{.sex = sex, .stature_m = stature_m, .bmi = bmi, .age_years = soldier_age};
    };
    const float stature_m = (woman ? female_stature_m : male_stature_m).f();
    const float bmi = woman ? 25.5F : 27.7F;
    return {{{"mean", body(stature_m, bmi)},
             {"small", body(woman ? 1.525F : 1.648F, bmi)},
             {"large", body(woman ? 1.740F : 1.870F, bmi)},
             {"lean", body(stature_m, woman ? 20.3F : 21.4F)},
             {"heavy", body(stature_m, woman ? 31.7F : 34.8F)}}};
}

} // namespace tactus::anatomy
