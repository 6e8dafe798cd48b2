#pragma once
/// One hand that takes hold of a bone: it lies where that bone can be held, and pulls the way the pointer has
/// gone since it went down.

#include "engine/devices/hand_target.hpp"
#include "sim/session/hold_places.hpp"

#include <optional>

namespace tactus::devices {

class Grasp {
public:
    /// The hand for where its device points, one call a target. A hand that takes no hold comes back as it
    /// is. The others lie on the pointed side's bone and pull with the force asked once the pointer has
    /// moved; lift raises that pull to slant, or pulls straight up while the pointer has not moved.
    HandTarget take(HandTarget pointed, const session::HoldPlaces& places);

    /// The hand is away.
    void let_go() { *this = Grasp{}; }

private:
    std::optional<Vec2> start_; ///< spine coordinates where the pointer went down
    float heading_deg_ = 0;     ///< of the pull; 0 while it lies across the back without one
};

} // namespace tactus::devices
