#pragma once
/// Where a hand lies that takes hold of a bone: over the place by which the joints are moved.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/hold.hpp"
#include "sim/math/vec.hpp"

#include <array>

namespace tactus::session {

/// Of one client at rest. A plain value.
struct HoldPlaces {
    /// By contact::Hold, left before right: spine coordinates. (0, 0) for Hold::none.
    std::array<std::array<Vec2, 2>, contact::hold_count> spine{};
    Vec2 metres_per_unit{1}; ///< of u and of v

    [[nodiscard]] Vec2 at(contact::Hold hold, bool right) const {
        return spine[static_cast<std::size_t>(hold)][right ? 1 : 0];
    }
};

/// The dorsal skin over each place; the occiput's is where the skin grid ends, below the skull. Pure.
HoldPlaces find_hold_places(const anatomy::Anatomy& anatomy);

} // namespace tactus::session
