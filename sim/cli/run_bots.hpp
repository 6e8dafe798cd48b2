#pragma once
/// `tactus-sim bots`: simulated students of known skill do whole drills through the whole simulation, and are
/// marked. A rubric must tell them apart (facts 10).

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace tactus::cli {

struct BotsOptions {
    std::vector<std::string> drills;                                  ///< ids or files
    std::vector<std::string> qualities{"novice", "middle", "expert"}; ///< names of drills::quality_names
    std::string setting = "half";
    int seeds = 1; ///< of each student, from `seed` on
    std::uint64_t seed = 1;
    int threads = 0; ///< runs at a time; 0 = as many as the machine has threads
    bool json = false;
};

/// A line a run, in the order of drills, students and seeds, then mean and spread; how far all is, on
/// standard error. Returns 1 when the three bots of facts 10 took part and novice < 60 < middle < 85 < expert
/// does not hold of the means, or when an ideal student is not safe; else 0. Throws UserError.
int run_bots(const BotsOptions& options, std::ostream& out);

} // namespace tactus::cli
