#pragma once
/// What a sentence is worth, as a row of TOML: in the file of all, and as recordings carry it. Internal to
/// client.

#include "sim/authoring/table.hpp"
#include "sim/client/wording.hpp"

namespace tactus::client {

/// Reads `kind` and `fits`.
WordingWorth read_wording_worth(authoring::Table& row);

} // namespace tactus::client
