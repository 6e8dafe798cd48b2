#pragma once
/// Sheets of rows that an instructor ticks beside the measured marks (assets/seen).

#include "sim/exams/exam.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::exams {

struct SeenSheet {
    std::string id; ///< file stem
    std::string name;
    std::vector<SeenRow> rows;
};

/// Throws UserError with every complaint: no row, more than twelve, a row of no marks that is not critical.
SeenSheet parse_seen_sheet(std::string_view toml, std::string_view name);
SeenSheet read_seen_sheet(const std::filesystem::path& file);

} // namespace tactus::exams
