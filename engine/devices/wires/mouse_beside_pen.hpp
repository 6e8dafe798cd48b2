#pragma once
/// The mouse in one hand while the other holds a pen. The X server moves one pointer with both, so the
/// mouse's own way is added up from its raw motion for as long as the pen is down. Pure state.

#include "engine/devices/hand_reading.hpp"

#include <vector>

namespace tactus::devices {

class MouseBesidePen {
public:
    /// It moved by so many pixels. pointer: the window's pointer, which counts while the mouse alone moves
    /// it; size: the window's, which the mouse does not leave.
    void move(Vec2 by, Vec2 pointer, Vec2 size, std::vector<HandReading>& readings);

    void press(bool down, std::vector<HandReading>& readings);

    /// Before the pen's own reading: a mouse that presses already stays the hand that it is.
    void pen_comes(std::vector<HandReading>& readings);

    void pen_goes(std::vector<HandReading>& readings);

private:
    void say(std::vector<HandReading>& readings);

    Vec2 place_ = Vec2(-1);
    bool down_ = false;
    bool beside_ = false;   ///< the pen is down
    bool speaking_ = false; ///< for itself, not by the window's pointer; until pen and button are up
};

} // namespace tactus::devices
