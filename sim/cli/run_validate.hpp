#pragma once
/// `tactus-sim validate`: checks drills, clients, conditions, rubrics, plans, strokes and recordings, each by
/// what it holds.

#include <filesystem>
#include <ostream>
#include <vector>

namespace tactus::cli {

struct ValidateOptions {
    std::vector<std::filesystem::path> files;
    bool json = false;
};

/// Prints one line a sound file. Throws one UserError with the complaints of all files that are not. A drill
/// is also checked against its own client: its zones must lie on that skin, its points be there, its rubric
/// exist.
int run_validate(const ValidateOptions& options, std::ostream& out);

} // namespace tactus::cli
