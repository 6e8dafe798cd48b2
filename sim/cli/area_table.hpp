#pragma once
/// Contact area against force as a table, beside the published ranges.

#include "sim/cli/contact_area.hpp"

#include <ostream>
#include <span>

namespace tactus::cli {

/// A row a tool: what it touches under each load, and the range for a firm one. Returns 0 when every area
/// grows with the force and every firm one lies in its range, where there is one; else 1.
int print_areas(std::span<const ContactArea> rows, bool json, std::ostream& out);

} // namespace tactus::cli
