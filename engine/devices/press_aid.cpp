#include "engine/devices/press_aid.hpp"

#include <algorithm>

namespace tactus::devices {

namespace {

constexpr float tremor_px = 10; ///< a pointer that moves less rests
constexpr Key lifting_key = key_of('f');

} // namespace

InputEvents AidedPress::update(InputEvents events, const PressAids& aids, bool over_back, double elapsed_s) {
    if (!aids.sticky && aids.dwell_s <= 0) {
        down_ = false;
        return events;
    }
    if (aids.sticky && events.press_began) {
        down_ = !down_ && over_back;
    }
    if (aids.dwell_s > 0) {
        if (events.press_began || glm::length(events.pointer - rest_) > tremor_px) {
            rest_ = events.pointer;
            rested_s_ = 0;
        }
        rested_s_ += elapsed_s;
        if (!over_back) {
            down_ = false;
        } else if (!down_ && rested_s_ >= aids.dwell_s) {
            down_ = true;
        }
    }
    // Without sticky presses the button still does what it does.
    events.pressed = down_ || (!aids.sticky && events.pressed);
    return events;
}

bool LatchedKeys::Latch::update(bool down) {
    if (down && !was_down) {
        on = !on;
    }
    was_down = down;
    return on;
}

InputEvents LatchedKeys::update(InputEvents events) {
    events.shift = shift_.update(events.shift);
    events.control = control_.update(events.control);
    for (KeyPress& press : events.keys) {
        press.shift = press.shift || events.shift;
    }
    const bool lifts = lift_.update(events.holds(lifting_key));
    std::erase(events.held, lifting_key);
    if (lifts) {
        events.held.push_back(lifting_key);
    }
    return events;
}

std::string LatchedKeys::words() const {
    std::string all;
    const auto add = [&](bool on, const char* word) {
        if (on) {
            all += (all.empty() ? "" : ", ") + std::string(word);
        }
    };
    add(shift_.on, "Shift");
    add(control_.on, "Ctrl");
    add(lift_.on, "lift");
    return all;
}

} // namespace tactus::devices
