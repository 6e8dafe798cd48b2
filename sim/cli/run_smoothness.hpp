#pragma once
/// `tactus-sim smoothness`: SPARC, DLJ and LDLJ of a speed profile, as published.

#include <filesystem>
#include <ostream>

namespace tactus::cli {

struct SmoothnessOptions {
    std::filesystem::path file; ///< CSV with the columns t (seconds, evenly spaced) and speed (any unit)
    bool json = false;
};

/// Returns 0. Throws UserError for a malformed file, fewer than three rows or uneven times.
int run_smoothness(const SmoothnessOptions& options, std::ostream& out);

} // namespace tactus::cli
