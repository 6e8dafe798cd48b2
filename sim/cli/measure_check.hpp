#pragma once
/// `tactus-sim measure --check`: how the model's body grows, where its landmarks lie and how thick its layers
/// are, beside what is published.

#include <ostream>

namespace tactus::cli {

/// For each sex: slopes of every size with BMI and stature (grid of nine bodies) beside the survey's;
/// landmarks of the mean body with the bone below; layers of a body of BMI 23. Text in millimetres; as JSON
/// metres: {male|female: {slopes, landmarks, layers}}. Some twenty seconds.
void write_measure_check(bool json, std::ostream& out);

} // namespace tactus::cli
