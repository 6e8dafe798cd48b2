#include "sim/session/version.hpp"

namespace tactus::session {

std::string_view sim_version() { return TACTUS_VERSION; }

} // namespace tactus::session
