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
    int threads = 2; ///< sessions at a time, each on a thread of its own; changes the time, never a result
    bool json = false;
};

/// A line a session, then their sum and what was not as expected: a right session that does not pass, a
/// careless one not marked below it for what it was careless in, a harmful one without the finding that it
/// was made for. Returns 1 when there is such, else 0. Throws UserError.
int run_cases(const CasesOptions& options, std::ostream& out);

} // namespace tactus::cli
