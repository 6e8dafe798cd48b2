#pragma once
/// For hands that cannot hold a button: presses that stay, a touch by resting, and keys that need not be
/// held. Pure state; told the passing of time.

#include "engine/devices/input_events.hpp"

#include <string>

namespace tactus::devices {

struct PressAids {
    bool sticky = false; ///< a press touches, the next one lifts
    double dwell_s =
        0; ///< the pointer touches by resting so long on the back, and lifts by leaving it; 0 = not
};

/// Decides when the pointer's hand is down.
class AidedPress {
public:
    /// One frame of the run. over_back: the pointer aims at the back. The events with `pressed` as it then
    /// is.
    InputEvents update(InputEvents events, const PressAids& aids, bool over_back, double elapsed_s);

    /// Up, as when the run stands still.
    void lift() { down_ = false; }

private:
    bool down_ = false;
    double rested_s_ = 0;
    Vec2 rest_ = Vec2(-1);
};

/// Shift, Ctrl and the key that closes and lifts, each turned on by one press and off by the next.
class LatchedKeys {
public:
    InputEvents update(InputEvents events);

    /// What is on, for the screen: "Shift, lift"; empty = nothing.
    [[nodiscard]] std::string words() const;

private:
    struct Latch {
        bool was_down = false;
        bool on = false;

        bool update(bool down);
    };

    Latch shift_;
    Latch control_;
    Latch lift_;
};

} // namespace tactus::devices
