#pragma once
/// The axes of one X input device, found by their labels.

#include "sim/math/vec.hpp"

#include <X11/extensions/XInput2.h>
#include <optional>
#include <string_view>
#include <vector>

namespace tactus::devices {

/// One axis, with its last value: an event carries only the axes that changed.
struct XAxis {
    int number;
    double low;
    double high;
    double value;

    /// 0..1 over its range.
    [[nodiscard]] double share() const { return high > low ? (value - low) / (high - low) : 0; }
};

struct XAxes {
    std::optional<XAxis> x, y, pressure, tilt_x, tilt_y;

    /// Takes in what an event carries.
    void hear(const XIValuatorState& valuators);
};

/// The axes that a pen or a touch screen has under XInput's labels ("Abs X", "Abs MT Pressure", ...).
XAxes axes_of(Display* display, const XIDeviceInfo& device);

/// True for a mouse or a touch pad that somebody moves: relative axes, and not the server's own test device.
bool is_mouse(Display* display, const XIDeviceInfo& device);

/// What the first two axes of a raw event moved by.
Vec2 raw_motion(const XIValuatorState& valuators);

/// True when the device reports touches itself, as a screen does; a touch pad does so indirectly and does not
/// count.
bool is_touch_screen(const XIDeviceInfo& device);

} // namespace tactus::devices
