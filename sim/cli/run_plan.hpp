#pragma once
/// `tactus-sim plan`: a treatment plan over weeks, day by day, with its score; the table of facts 6.4; the
/// dosing trial with simulated clients.

#include <cstdint>
#include <ostream>
#include <string>

namespace tactus::cli {

struct PlanOptions {
    std::string plan;   ///< id or file
    std::string client; ///< id or file; empty = the plan's own
    std::uint64_t seed = 1;
    bool table = false;
    bool trial = false;
    std::uint64_t clients = 200000; ///< of the trial
    bool json = false;
};

/// Prints what was asked for. Returns 0; 1 when a figure of --table differs from facts 6.4 after rounding.
/// Throws UserError for what cannot be read and when nothing is asked for.
int run_plan(const PlanOptions& options, std::ostream& out);

} // namespace tactus::cli
