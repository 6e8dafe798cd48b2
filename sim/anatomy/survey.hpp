#pragma once
/// What the ANSUR II survey found (facts 4.4), to hold bodies against. Metres.

#include "sim/anatomy/body.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace tactus::anatomy {

/// A line through the survey: size = at_bmi_25_m + per_bmi_m * (BMI - 25).
struct BmiLine {
    double at_bmi_25_m;
    double per_bmi_m;
};

/// One size of one sex.
struct SurveySize {
    std::string_view name; ///< as in Measures::sizes
    double mean_m;
    double deviation_m;
    /// Growth with stature at the same BMI, metres a metre: of the plane through stature and BMI that fits
    /// the survey's public records best (ANSUR II, 4082 men, 1986 women; worked out here, facts 4.4 give
    /// none).
    double per_stature;
    std::optional<BmiLine> by_bmi; ///< where the facts give one
};

/// All sizes of facts 4.4 that a body is measured for; the same names in the same order for both sexes.
std::span<const SurveySize> survey(Sex sex);

/// Five bodies of a sex that span the survey: its mean, the 5th and 95th percentile of stature at mean BMI,
/// and those of BMI at mean stature.
struct SurveyBody {
    std::string_view name; ///< "mean", "small", "large", "lean", "heavy"
    BodyParameters body;
};

std::array<SurveyBody, 5> survey_bodies(Sex sex);

} // namespace tactus::anatomy
