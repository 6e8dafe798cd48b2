#pragma once
/// How attempts of many stations become one set: append-only, so that nothing has to be agreed on. What is
/// pushed again changes nothing; what differs from what is here is flagged and never overwrites.

#include "sim/school/wire.hpp"
#include "sim/server/postgres.hpp"

#include <string>
#include <vector>

namespace tactus::server {

/// Takes a batch in one transaction: what it answers is on the disk, and after a kill all or none of it.
/// station: Scope of the station that pushes. One answer each, in order. home_page: of the school, for xAPI.
/// Throws DatabaseError.
std::vector<school::Answer> merge(Pool& pool, const Scope& station, const std::vector<school::Push>& batch,
                                  const std::string& home_page);

struct Erased {
    std::string id;
    std::string digest; ///< of an attempt; "" of anything else
};

/// Deletes attempts, rows of classes and students that this station pushed, leaves tombstones for them and
/// for those that are not here yet, and passes over those of other stations. Returns how many attempts were
/// deleted. Throws DatabaseError.
int erase(Pool& pool, const Scope& station, const std::vector<Erased>& erased);

} // namespace tactus::server
