#pragma once
/// `tactus-sim measure --check`: how the model's body grows, where its landmarks lie and how thick its layers
/// are, beside what is published.

#include <ostream>

namespace tactus::cli {

/// For each sex: slopes of every size with BMI and stature (grid of nine bodies) beside the survey's;
/// landmarks of the mean body with the bone below; layers of a body of BMI 23; and what lies outside of the
/// facts in those and the other bodies of the survey. Text in millimetres; as JSON metres: {male|female:
/// {slopes, landmarks, layers, outside: [{body, what}]}}. True when nothing is outside. Some twenty seconds.
bool write_measure_check(bool json, std::ostream& out);

} // namespace tactus::cli
