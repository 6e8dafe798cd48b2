#pragma once
/// Attempts as a table for other programs.

#include "sim/records/attempt.hpp"

#include <ostream>
#include <vector>

namespace tactus::records {

/// A header and a row an attempt, RFC 4180: CRLF, quotes where they are needed. A group that was not measured
/// is an empty field.
void write_csv(const std::vector<Attempt>& attempts, std::ostream& out);

} // namespace tactus::records
