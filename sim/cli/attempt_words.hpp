#pragma once
/// Attempts in words and as JSON.

#include "sim/records/attempt.hpp"

#include <nlohmann/json_fwd.hpp>
#include <ostream>

namespace tactus::cli {

nlohmann::ordered_json attempt_json(const records::Attempt& attempt);

/// One line: first characters of the id, date, drill, client, score, outcome, student.
void write_attempt_line(const records::Attempt& attempt, std::ostream& out);

} // namespace tactus::cli
