#pragma once
/// Numbers in complaints and in written files: the same digits on every machine and under every locale.

#include "sim/authoring/table.hpp"

#include <string>

namespace tactus::authoring {

/// Shortest text that reads back to the same double: "0.35", "45". A whole number has no point.
std::string number_text(double value);

/// As above for a float, so that 0.35F is "0.35".
std::string number_text(float value);

/// "outside 0 to 300", "below 0", "above 1".
std::string outside_text(Range range);

/// A value inside the range, for reading on after a complaint: 0 where allowed, else the nearest border.
double harmless(Range range);

/// The text in TOML quotes, with its special characters escaped.
std::string quoted_text(std::string_view text);

} // namespace tactus::authoring
