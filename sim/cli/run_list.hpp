#pragma once
/// `tactus-sim list`: the drills, clients, conditions, rubrics or plans that are at hand.

#include <ostream>
#include <string>

namespace tactus::cli {

struct ListOptions {
    std::string kind; ///< "drills", "clients", "conditions", "rubrics" or "plans"
    bool json = false;
};

/// Returns 0, or 1 when one of the files cannot be read (it is listed with its fault). Throws UserError for
/// another kind.
int run_list(const ListOptions& options, std::ostream& out);

} // namespace tactus::cli
