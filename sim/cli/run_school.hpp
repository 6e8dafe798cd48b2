#pragma once
/// `tactus-sim records push`, `pull`, `school`: a station and its school's server.

#include <filesystem>
#include <ostream>
#include <string>

namespace tactus::cli {

struct SchoolOptions {
    enum class Action { push, pull, show } action = Action::show;
    std::filesystem::path data; ///< the station's data folder
    std::string server;         ///< with `token`: remembered in DATA/school.toml; "" = as remembered
    std::string token;
    bool again = false;           ///< push everything, as to a new school
    int every_s = 0;              ///< push for ever with this pause; 0 = once
    std::filesystem::path folder; ///< where pulled drills go; "" = DATA/drills
    bool json = false;
};

/// Returns 1 when the school took something otherwise than as new or known, else 0. Throws UserError: no
/// school, or it cannot be reached.
int run_school(const SchoolOptions& options, std::ostream& out);

} // namespace tactus::cli
