#pragma once
/// `tactus-sim forces`: asked against delivered force with every tool.

#include <ostream>
#include <string>

namespace tactus::cli {

struct ForcesOptions {
    std::string tool; ///< one tool; none = all
    std::string setting = "standard";
    bool json = false;
};

/// Prints a row a tool with the bars of load control above it. Returns 0 when every tool keeps them, else 1.
/// Throws UserError for an unknown tool or setting.
int run_forces(const ForcesOptions& options, std::ostream& out);

} // namespace tactus::cli
