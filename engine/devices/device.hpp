#pragma once
/// The one interface behind which every kind of device lies.

#include "engine/devices/hand_reading.hpp"
#include "engine/devices/input_events.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tactus::devices {

/// What a device is, which says what can be calibrated about it.
enum class DeviceKind { mouse, pen, touch, gamepad, midi, scale, osc };

/// "mouse", "pen", "touch screen", ...: the word for people.
std::string_view kind_word(DeviceKind kind);

/// A device as the screens and the settings file know it.
struct DeviceState {
    DeviceKind kind = DeviceKind::mouse;
    std::string id;   ///< the same each time that it is plugged in; key of its calibration
    std::string name; ///< for people
    bool connected = true;
    std::string trouble; ///< one sentence when it does not work or speaks badly; else empty
};

/// A wire and the devices on it. Main thread only.
class Wire {
public:
    Wire() = default;
    virtual ~Wire() = default;
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;
    Wire(Wire&&) = delete;
    Wire& operator=(Wire&&) = delete;

    /// Appends what was said since the last call, oldest first. Call once a frame. Never blocks and never
    /// throws: a device that fails turns up in devices() as not connected, and is looked for again.
    virtual void poll(std::vector<HandReading>& readings) = 0;

    /// Every device that was ever there since the start, plugged in or not.
    [[nodiscard]] virtual std::vector<DeviceState> devices() const = 0;

    /// Buttons of the device that mean keys (so that its own pages can be worked from it), since the last
    /// call.
    virtual std::vector<Key> take_keys() { return {}; }
};

} // namespace tactus::devices
