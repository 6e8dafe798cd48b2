#pragma once
/// Which attempts a subcommand of `records` works on. Internal to cli.

#include "sim/records/archive.hpp"

#include <string>
#include <vector>

namespace tactus::cli {

/// Each that is not "" narrows.
struct AttemptChoice {
    std::string student;    ///< display name
    std::string drill;      ///< id
    std::string class_name; ///< that students are in together on this station
    std::string since;      ///< YYYY-MM-DD, UTC
};

/// Newest first. Throws UserError: `since` is no day.
std::vector<records::Attempt> chosen_attempts(const AttemptChoice& choice, const records::Archive& archive);

} // namespace tactus::cli
