#pragma once
/// The [response] of client and condition files. Internal to client.

#include "sim/authoring/table.hpp"
#include "sim/client/client.hpp"

namespace tactus::client {

/// Keys that are not there keep their value of `base`.
Response read_response(authoring::Table& table, const Response& base = {});

/// The lines under [response], every key but those that older recordings do not know.
std::string write_response(const Response& response);

} // namespace tactus::client
