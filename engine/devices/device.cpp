#include "engine/devices/device.hpp"

namespace tactus::devices {

std::string_view kind_word(DeviceKind kind) {
    switch (kind) {
    case DeviceKind::mouse:
        return "mouse";
    case DeviceKind::pen:
        return "pen";
    case DeviceKind::touch:
        return "touch screen";
    case DeviceKind::gamepad:
        return "gamepad";
    case DeviceKind::midi:
        return "MIDI";
    case DeviceKind::scale:
        return "load cell";
    case DeviceKind::osc:
        return "OSC";
    }
    return "device";
}

} // namespace tactus::devices
