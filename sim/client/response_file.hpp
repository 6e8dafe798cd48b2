#pragma once
/// The [response] of client and condition files, and the range of each of its numbers.

#include "sim/authoring/table.hpp"
#include "sim/client/client.hpp"
#include "sim/client/condition_keys.hpp"

namespace tactus::client {

/// All its numbers, in the order of the file.
std::span<const NumberKey<Response>> response_keys();

/// Keys that are not there keep their value of `base`.
Response read_response(authoring::Table& table, const Response& base = {});

/// The lines under [response], every key but those that older recordings do not know.
std::string write_response(const Response& response);

} // namespace tactus::client
