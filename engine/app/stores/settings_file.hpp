#pragma once
/// The person's settings as text: in config.toml for a guest, in the records for a student.

#include "engine/ui/settings.hpp"

#include <filesystem>
#include <string>

namespace tactus::app {

/// As TOML, for config.toml and for a student's settings in the records.
std::string settings_text(const ui::Settings& settings);

/// where: what to call the text in a complaint. Throws UserError when it is malformed.
ui::Settings parse_settings(const std::string& text, const std::string& where);

/// Defaults when the file is missing. Throws UserError when it is malformed.
ui::Settings read_settings(const std::filesystem::path& file);

/// Throws UserError when it cannot be written.
void write_settings(const std::filesystem::path& file, const ui::Settings& settings);

} // namespace tactus::app
