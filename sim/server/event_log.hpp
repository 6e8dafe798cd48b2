#pragma once
/// What people say about attempts: overrides, requests for review, comments, and whose a profile is. Each is
/// a row of its own; none changes what it speaks of.

#include "sim/server/postgres.hpp"

#include <string>

namespace tactus::server {

/// body: {"id", "kind", "attempt", "at", "body"}; see sim/server/README.md. The same id again changes
/// nothing. Throws UserError: what is wrong with it; DatabaseError, is_forbidden: who asks may not say that.
void add_event(Transaction& transaction, const Scope& by, const std::string& text);

} // namespace tactus::server
