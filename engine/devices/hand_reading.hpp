#pragma once
/// What one device said of one hand at one moment: the one value that every wire is turned into.

#include "engine/devices/force_source.hpp"
#include "sim/contact/tool.hpp"
#include "sim/math/vec.hpp"

#include <optional>
#include <string>

namespace tactus::devices {

/// A device gives a place, a force, a grip, or several of them. What it does not know is nullopt and comes
/// from elsewhere: the place from the pointer, the force from the wheel.
struct HandReading {
    std::string device;  ///< DeviceState::id of the device that said it
    int contact = 0;     ///< which of the device's fingers or hands, its own numbering
    bool lifted = false; ///< this contact ended; the rest of the reading means nothing then

    std::optional<contact::Side> hand;     ///< nullopt: whichever hand the rule for two hands chooses
    std::optional<contact::ToolKind> tool; ///< nullopt: as the keys chose

    std::optional<Vec2> pixel; ///< place as framebuffer pixels, x right, y down
    std::optional<Vec2> spine; ///< place as (u, v); of a pixel, once it was aimed and met the back
    bool touching = true;      ///< of a place: down on the skin, not hovering over it

    std::optional<float> press;   ///< 0..1 of the device's range, no unit: a PressCurve makes newtons of it
    std::optional<double> load;   ///< in the load cell's own unit: a ScaleLine makes newtons of it
    std::optional<float> force_n; ///< newtons
    ForceSource source = ForceSource::inferred; ///< of the force

    std::optional<float> grip; ///< of a pincer, 0 open .. 1 closed; lifts as far once it has closed

    std::optional<float> angle_deg; ///< heading of the fingers, 0 = cranial
    std::optional<float> tilt_deg;  ///< of the approach axis toward the heading, -45..45
};

} // namespace tactus::devices
