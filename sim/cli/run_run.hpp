#pragma once
/// `tactus-sim run`: one run from a file of strokes, scored.

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>

namespace tactus::cli {

struct RunOptions {
    std::string client; ///< id or file; "" = the drill's own
    std::string drill;  ///< id or file
    std::string rubric; ///< id or file; "" = the drill's own
    std::filesystem::path strokes;
    std::string setting = "fine";
    std::uint64_t seed = 1;
    std::filesystem::path record; ///< "" = not recorded
    int threads = 1;
    bool json = false;
    bool timing = false;  ///< also print how long the steps took; differs from run to run
    double fat_scale = 1; ///< for experiments; a scaled run cannot be recorded
};

/// Returns 0; a failed drill is a result, not an error. Throws UserError for what a user can mend.
int run_run(const RunOptions& options, std::ostream& out);

} // namespace tactus::cli
