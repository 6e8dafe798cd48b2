#pragma once
/// Hands statements to a learning record store (LRS) over HTTP.

#include "sim/server/postgres.hpp"

#include <string>

namespace tactus::server {

struct RecordStore {
    std::string url;  ///< "https://lrs.example/xapi"; statements go to URL/statements
    std::string user; ///< of HTTP Basic; "" = without
    std::string password;
};

struct Delivered {
    int delivered = 0;
    int refused = 0; ///< the store will never take them: it says they are wrong, or has others of their id
    int waiting = 0; ///< tried in vain; again later
};

/// Sends what is due, at most `limit`, oldest first. A statement that the store has already (409) counts as
/// delivered only after it was read back and says the same. What fails is tried again after 1, 2, 4 ...
/// minutes, an hour at most; xapi_statement keeps the last error. Throws DatabaseError; UserError: the URL.
Delivered deliver(Connection& worker, const RecordStore& store, int limit);

} // namespace tactus::server
