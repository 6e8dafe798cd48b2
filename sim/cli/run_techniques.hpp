#pragma once
/// `tactus-sim techniques`: lists simulated students, or writes the strokes of one as CSV.

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>

namespace tactus::cli {

struct TechniquesOptions {
    std::string name;             ///< "" = list them
    std::string quality = "good"; ///< ideal, good, fair or poor
    std::uint64_t seed = 1;
    std::filesystem::path out; ///< "" = standard output
    bool json = false;         ///< of the list
};

/// Returns 0. Throws UserError for an unknown name or quality, or a file that cannot be written.
int run_techniques(const TechniquesOptions& options, std::ostream& out);

} // namespace tactus::cli
