#pragma once
/// References on disk, so that a solver can be changed and measured again without waiting for them.

#include "tests/bench/bars/whole_grid.hpp"

#include <filesystem>
#include <string>

namespace tactus::bars {

/// A hash of the case, the plan, the grid's geometry and materials, the Prony terms, and the force of a
/// small press: changes with whatever changes the reference.
std::string reference_key(const SlabCase& c, const WholeGridPlan& plan, const tissue::Grid& grid);

/// False when the file is missing or does not hold a whole trace.
bool read_trace(const std::filesystem::path& file, Trace& trace);
void write_trace(const std::filesystem::path& file, const Trace& trace);

} // namespace tactus::bars
