#pragma once
/// How the model's sizes grow with BMI and stature: a plane through a grid of bodies, as the survey's is one
/// through its soldiers.

#include "sim/anatomy/body.hpp"

#include <string_view>
#include <vector>

namespace tactus::anatomy {

/// Growth of one standing size over the grid.
struct SizeSlopes {
    std::string_view name; ///< as in survey(), in its order
    double per_bmi_m;      ///< metres a unit of BMI, at the same stature
    double per_stature;    ///< metres a metre of stature, at the same BMI
    double bend_m;         ///< farthest that a body of the grid lies from the plane, metres
};

/// Least squares over nine bodies: 5th percentile, mean and 95th of stature by those of BMI (survey_bodies).
/// Builds them: some seconds. Deterministic; any thread.
std::vector<SizeSlopes> model_slopes(Sex sex);

} // namespace tactus::anatomy
