#pragma once
/// Reads client files (TOML, assets/clients).

#include "sim/client/client.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace tactus::client {

/// Reads the keys that assets/clients/adler.toml explains. Throws UserError with every complaint of the file.
/// `name` is what complaints call the file; its stem is the client's id unless the text has a key `id`.
Client parse_client(std::string_view toml, std::string_view name);

/// The same from a file. Throws UserError also when it cannot be read.
Client read_client(const std::filesystem::path& file);

/// The same client as TOML text that parse_client reads back to an equal value, id and every float included;
/// recordings carry it.
std::string write_client(const Client& client);

} // namespace tactus::client
