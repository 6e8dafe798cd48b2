#pragma once
/// Where a station's school is: DATA/school.toml, two lines. Without it the station has none and needs none.

#include <filesystem>
#include <optional>
#include <string>

namespace tactus::school {

struct SchoolLink {
    std::string server; ///< "https://school.example" or "http://192.168.1.10:8413"
    std::string token;  ///< of this station, from `tactus-server station add`
};

/// nullopt = no school. Throws UserError: the file is damaged.
std::optional<SchoolLink> read_link(const std::filesystem::path& data);

/// Keeps it, readable for its owner only: the token is a secret. Throws UserError: no address, no token, or
/// it cannot be written.
void write_link(const std::filesystem::path& data, const SchoolLink& link);

} // namespace tactus::school
