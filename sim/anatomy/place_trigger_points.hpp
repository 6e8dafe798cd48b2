#pragma once
/// Puts the trigger points that a client file asks for into that client's muscles.

#include "sim/anatomy/anatomy.hpp"

#include <span>
#include <vector>

namespace tactus::anatomy {

/// Places each choice under the skin at its site, between the fat and the base of the column, deeper by what
/// the client has more fat than the man of facts 4.3. Choices with an unknown site are left out (client files
/// are checked by their reader); places beyond the skin grid are moved to its border.
std::vector<TriggerPoint> place_trigger_points(const Body& body, const SkinGrid& grid, const LayerMap& layers,
                                               std::span<const TriggerPointChoice> choices);

} // namespace tactus::anatomy
