#pragma once
/// Where a reader of attempts or events has got to. The server's clock counts, never a station's.

#include "sim/server/postgres.hpp"

#include <string>

namespace tactus::server {

/// Makes writers of one school stand in line until they commit, so that received_at grows in the order in
/// which rows become visible and a reader with a cursor misses none. Throws DatabaseError.
void take_turn(Transaction& transaction, const std::string& school);

/// What one page of a feed asks for.
struct PageAsked {
    std::string after; ///< the cursor of the page before; "" = from the beginning
    int limit = 100;   ///< rows, 1 to 1000
};

/// Rows of `select` after the cursor, as {"rows":[...],"next":"CURSOR"}; next stays when there is no row yet.
/// select: "... from TABLE", whose columns include received_at and id. Throws UserError: no such cursor.
std::string feed_page(Transaction& transaction, const std::string& select, const PageAsked& asked);

} // namespace tactus::server
