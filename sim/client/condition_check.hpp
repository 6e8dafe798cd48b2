#pragma once
/// Whether what a condition names exists: questions, choices, techniques.

#include "sim/authoring/user_error.hpp"
#include "sim/client/condition.hpp"
#include "sim/client/questionnaire.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace tactus::client {

/// All complaints, none when it is sound. techniques: as recognition names them
/// (strokes::recognised_techniques). `name` is what complaints call the file. Pure.
std::vector<Complaint> check_condition(const Condition& condition, const Questionnaire& questionnaire,
                                       std::span<const std::string_view> techniques, std::string_view name);

} // namespace tactus::client
