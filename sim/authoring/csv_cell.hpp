#pragma once
/// A value as a cell of a CSV file that a spreadsheet or a learning platform opens.

#include <string>
#include <string_view>

namespace tactus::authoring {

/// RFC 4180: in quotes where it has to be. A text that a spreadsheet would take for a formula (it begins with
/// = + - @, a tab or a carriage return) gets an apostrophe before it.
std::string csv_cell(std::string_view text);

} // namespace tactus::authoring
