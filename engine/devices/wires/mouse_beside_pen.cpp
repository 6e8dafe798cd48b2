#include "engine/devices/wires/mouse_beside_pen.hpp"

#include <algorithm>

namespace tactus::devices {

void MouseBesidePen::say(std::vector<HandReading>& readings) {
    const bool speaks = beside_ || (speaking_ && down_);
    if (speaks && place_.x >= 0) {
        readings.push_back({.device = "mouse", .pixel = place_, .touching = down_});
    } else if (speaking_) {
        readings.push_back({.device = "mouse", .lifted = true});
    }
    speaking_ = speaks;
}

void MouseBesidePen::move(Vec2 by, Vec2 pointer, Vec2 size, std::vector<HandReading>& readings) {
    if (!beside_ && !speaking_) {
        place_ = pointer;
        return;
    }
    place_ = {std::clamp(place_.x + by.x, 0.0F, size.x), std::clamp(place_.y + by.y, 0.0F, size.y)};
    say(readings);
}

void MouseBesidePen::press(bool down, std::vector<HandReading>& readings) {
    down_ = down;
    if (beside_ || speaking_) {
        say(readings);
    }
}

void MouseBesidePen::pen_comes(std::vector<HandReading>& readings) {
    beside_ = true;
    if (down_) {
        say(readings);
    }
}

void MouseBesidePen::pen_goes(std::vector<HandReading>& readings) {
    beside_ = false;
    say(readings);
}

} // namespace tactus::devices
