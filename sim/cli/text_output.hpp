#pragma once
/// Where a subcommand puts the text that it made: into a file, or on standard output.

#include <filesystem>
#include <ostream>
#include <string_view>

namespace tactus::cli {

/// file: "" = `out`. Throws UserError when the file cannot be written.
void put_text(std::string_view text, const std::filesystem::path& file, std::ostream& out);

} // namespace tactus::cli
