#pragma once

#include <string_view>

namespace tactus::session {

/// The simulation's version, carried by every recording and result: "0.2.0".
std::string_view sim_version();

} // namespace tactus::session
