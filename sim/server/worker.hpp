#pragma once
/// A worker: claims runs, simulates each again and compares it with its recording and with the row of the
/// records.

#include "sim/server/verify_queue.hpp"

namespace tactus::server {

struct WorkDone {
    int agree = 0;
    int differ = 0;
    int lost = 0; ///< the lease ran out before they were done
};

/// Claims one batch and does it. All zero: nothing is waiting. Throws DatabaseError.
WorkDone work_off_batch(Connection& connection, const Claim& claim);

/// Audits one attempt (records/audit.hpp): its bytes, signature, row, and the run, run again. "" = it stands,
/// else the verdict and what differs. Throws UserError: it is gone; DatabaseError.
std::string verify_attempt(Connection& connection, const std::string& attempt);

/// A name that no other worker has: the machine's, the process's.
std::string worker_name();

} // namespace tactus::server
