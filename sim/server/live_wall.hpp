#pragma once
/// What every station shows at the moment, for the wall of a class: the last word of each, twice a second.

#include "sim/server/postgres.hpp"

#include <string>

namespace tactus::server {

/// text: a JSON object of at most school::live_limit_bytes; see sim/server/README.md. Throws UserError.
void tell_live(Transaction& transaction, const Scope& station, const std::string& text);

/// {"rows":[{station, age_s, live}]}, by station; live is null until the station has said something.
std::string live_wall(Transaction& transaction);

} // namespace tactus::server
