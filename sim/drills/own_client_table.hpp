#pragma once
/// The table of a drill's file that holds its own client. Internal to drills.

#include "sim/authoring/table.hpp"
#include "sim/drills/own_client.hpp"

namespace tactus::drills {

inline constexpr std::string_view own_client_key = "own_client";

/// Complaints go to the table's document.
OwnClient read_own_client(authoring::Table& table);

} // namespace tactus::drills
