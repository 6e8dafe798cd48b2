#pragma once
/// Reads plan files (TOML, assets/plans).

#include "sim/care/plan.hpp"

#include <filesystem>
#include <string_view>

namespace tactus::care {

/// Reads the keys that assets/plans/README.md explains. Throws UserError with every complaint of the file.
/// `name` is what complaints call the file; its stem is the plan's id.
Plan parse_plan(std::string_view toml, std::string_view name);

/// The same from a file. Throws UserError also when it cannot be read.
Plan read_plan(const std::filesystem::path& file);

} // namespace tactus::care
