#pragma once
/// `tactus-sim cases`: for each client with a condition three scripted sessions, through the whole
/// simulation: one done right, one careless, one harmful.

#include <ostream>
#include <string>
#include <vector>

namespace tactus::cli {

struct CasesOptions {
    std::vector<std::string> clients; ///< ids or files; empty = all that have a condition
    std::string setting = "half";
    int threads = 2;
    bool json = false;
};

/// A line a session. Returns 1 when a right session does not pass, a careless one is not marked below it with
/// a reason, or a harmful one misses the finding that it was made for; else 0. Throws UserError.
int run_cases(const CasesOptions& options, std::ostream& out);

} // namespace tactus::cli
