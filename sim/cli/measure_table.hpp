#pragma once
/// Ten bodies that span the survey, measured and held against it.

#include <ostream>

namespace tactus::cli {

/// A table for men and one for women: the survey's mean and deviation, what the mean body measures and how
/// many deviations off that is, the small, large, lean and heavy body, and the growth with BMI in the survey
/// and here. Millimetres; as JSON metres: {male|female: {bodies, sizes: [{name, survey, deviation, mean, off,
/// small, large, lean, heavy, survey_per_bmi, per_bmi}]}}. Takes some seconds.
void write_measure_table(bool json, std::ostream& out);

} // namespace tactus::cli
