#pragma once
/// Rows of classes and exams on the wire: how a station tells them, how a school hands them on.

#include "sim/records/class_exchange.hpp"

#include <span>
#include <string>
#include <vector>

namespace tactus::school {

std::string rows_text(std::span<const records::ClassRow> rows);

/// Of a push or of a page that the school answers with. Throws UserError: what is missing, too long, too many
/// or no UUID. where: what complaints call it.
std::vector<records::ClassRow> parse_rows(const std::string& text, const std::string& where);

} // namespace tactus::school
