#pragma once
/// Whether a drill can be done on a client: its places must lie on that client's skin, its points be there.

#include "sim/anatomy/anatomy.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/drills/drill.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tactus::drills {

/// One complaint for each step whose zone or trigger point this client does not have; none when all is well.
/// name: what complaints call the drill; client_name: what they call the client.
std::vector<Complaint> check_drill(const Drill& drill, std::string_view name, const anatomy::Anatomy& anatomy,
                                   std::string_view client_name);

} // namespace tactus::drills
