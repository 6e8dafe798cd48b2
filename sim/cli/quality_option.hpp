#pragma once
/// The skill of a simulated student, as the command line names it.

#include "sim/drills/technique.hpp"

#include <string>

namespace tactus::cli {

/// Throws UserError for a name that is not in drills::quality_names.
drills::Quality quality_option(const std::string& name);

} // namespace tactus::cli
