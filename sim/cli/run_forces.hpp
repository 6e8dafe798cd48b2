#pragma once
/// `tactus-sim forces`: asked against delivered force with every tool, and what it touches.

#include <ostream>
#include <string>

namespace tactus::cli {

struct ForcesOptions {
    std::string tool;    ///< one tool; none = all
    std::string setting; ///< "" = standard; for areas fine, whose cells are small against every tool
    bool areas = false;  ///< instead: contact area against force
    bool json = false;
};

/// Prints a row a tool with the bars of load control above it, or with the range of its area beside it (see
/// print_areas). Returns 0 when every tool keeps them, else 1.
/// Throws UserError for an unknown tool or setting.
int run_forces(const ForcesOptions& options, std::ostream& out);

} // namespace tactus::cli
