#pragma once
/// Reads drill files (TOML, assets/drills).

#include "sim/drills/drill.hpp"

#include <filesystem>
#include <string_view>

namespace tactus::drills {

/// Throws UserError with every complaint of the file. `name` is what complaints call the file.
Drill parse_drill(std::string_view toml, std::string_view name);
Drill read_drill(const std::filesystem::path& file);

/// The same drill as TOML text that parse_drill reads back to an equal value; recordings carry it.
std::string write_drill(const Drill& drill);

} // namespace tactus::drills
