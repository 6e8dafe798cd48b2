#pragma once
/// The solver's setting, as the command line names it.

#include "sim/tissue/tissue.hpp"

#include <string>

namespace tactus::cli {

/// Throws UserError for a name that is no setting.
tissue::Setting setting_option(const std::string& name);

} // namespace tactus::cli
