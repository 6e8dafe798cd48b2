#include "engine/devices/input_events.hpp"

#include <algorithm>

namespace tactus::devices {

bool InputEvents::struck(Key key, bool with_repeat) const {
    return std::ranges::any_of(
        keys, [&](const KeyPress& press) { return press.key == key && (with_repeat || !press.repeated); });
}

bool InputEvents::struck_with_control(Key key) const {
    return std::ranges::any_of(
        keys, [&](const KeyPress& press) { return press.key == key && press.control && !press.repeated; });
}

bool InputEvents::holds(Key key) const { return std::ranges::find(held, key) != held.end(); }

bool InputEvents::any() const {
    return !keys.empty() || press_began || press_ended || pressed || wheel != 0 || trail.size() > 1;
}

} // namespace tactus::devices
