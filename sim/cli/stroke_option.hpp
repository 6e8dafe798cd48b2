#pragma once
/// The stroke file that a command was given.

#include "sim/hands/stroke_file.hpp"

#include <filesystem>

namespace tactus::cli {

/// Throws UserError with every complaint: of the rows, then of events that name what is not there.
hands::StrokeTrack stroke_option(const std::filesystem::path& file);

} // namespace tactus::cli
