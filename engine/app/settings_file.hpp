#pragma once
/// The person's settings in config.toml.

#include "engine/ui/settings.hpp"

#include <filesystem>

namespace tactus::app {

/// Defaults when the file is missing. Throws UserError when it is malformed.
ui::Settings read_settings(const std::filesystem::path& file);

/// Throws UserError when it cannot be written.
void write_settings(const std::filesystem::path& file, const ui::Settings& settings);

} // namespace tactus::app
