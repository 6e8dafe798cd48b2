#pragma once
/// Reads client files (TOML, assets/clients).

#include "sim/client/client.hpp"

#include <filesystem>
#include <string_view>

namespace tactus::client {

/// Throws UserError with every complaint of the file. `name` is what complaints call the file.
Client parse_client(std::string_view toml, std::string_view name);
Client read_client(const std::filesystem::path& file);

/// The same client as TOML text that parse_client reads back to an equal value; recordings carry it.
std::string write_client(const Client& client);

} // namespace tactus::client
