#pragma once
/// Runs waiting to be simulated again, shared by any number of workers on any number of machines.

#include "sim/server/postgres.hpp"

#include <string>
#include <vector>

namespace tactus::server {

struct Claim {
    std::string worker;                    ///< a name of its own
    std::vector<std::string> sim_versions; ///< what it can run; other jobs are left for other workers
    int batch = 16;
    int lease_s = 600;
};

inline constexpr int tries_limit = 5; ///< then a human has to look

/// Takes up to a batch of jobs for a while and commits, so that nothing is locked while they are simulated.
/// Also takes those whose lease ran out, and gives up on those that did five times. Returns the attempts.
/// Throws DatabaseError.
std::vector<std::string> claim(Connection& connection, const Claim& claim);

enum class Outcome { agrees, differs };

/// Writes what came of a job and renews the lease of the worker's others. False: its lease had run out and
/// somebody else has the job; nothing was written. A difference is flagged. Throws DatabaseError.
bool finish(Connection& connection, const Claim& claim, const std::string& attempt, Outcome outcome,
            const std::string& finding);

} // namespace tactus::server
