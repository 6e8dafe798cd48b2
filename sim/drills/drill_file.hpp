#pragma once
/// Reads drill files (TOML, assets/drills).

#include "sim/authoring/user_error.hpp"
#include "sim/drills/drill.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace tactus::drills {

/// Throws UserError with every complaint of the file. `name` is what complaints call the file.
Drill parse_drill(std::string_view toml, std::string_view name);
Drill read_drill(const std::filesystem::path& file);

/// A drill as far as it can be read, and what is complained of.
struct DrillReading {
    Drill drill;
    std::vector<Complaint> complaints;
};

/// The same of a text that may be half written. Throws UserError only for what is no TOML.
DrillReading read_unfinished(std::string_view toml, std::string_view name);

/// The same drill as TOML text that parse_drill reads back to an equal value; recordings carry it.
std::string write_drill(const Drill& drill);

} // namespace tactus::drills
