#pragma once
/// How staff get in: a corner that is tapped or held, then a PIN. Pure but for the hash.

#include "engine/ui/room.hpp"

#include <string>

namespace tactus::app {

/// The hidden corner, top left: four taps within a few seconds of each other, or one press held.
class CornerKnock {
public:
    static constexpr int taps = 4;
    static constexpr double between_s = 1.5; ///< taps further apart begin anew
    static constexpr double hold_s = 3;

    [[nodiscard]] static bool at(Vec2 place) {
        return place.x >= 0 && place.y >= 0 && place.x < ui::staff_corner && place.y < ui::staff_corner;
    }

    /// One frame: where the pointer is (logical), whether it went down in this frame and whether it is down.
    /// True once when somebody knocked.
    bool update(Vec2 pointer, bool press_began, bool pressed, double elapsed_s);

private:
    int count_ = 0;
    double since_tap_s_ = 0;
    double held_s_ = 0; ///< negative: held on after it has knocked
};

/// After three wrong PINs the door stays shut: half a minute, then twice as long each time, up to ten
/// minutes.
class PinGate {
public:
    static constexpr int free_tries = 3;
    static constexpr double first_wait_s = 30;
    static constexpr double longest_wait_s = 600;

    void pass(double elapsed_s) { wait_s_ = elapsed_s < wait_s_ ? wait_s_ - elapsed_s : 0; }

    /// Seconds until a PIN may be tried; 0 = now.
    [[nodiscard]] double wait_s() const { return wait_s_; }

    void tried(bool right);

private:
    int wrong_ = 0;
    double wait_s_ = 0;
};

/// Four to twelve digits.
bool is_pin(const std::string& pin);

/// Argon2id with salt and costs, as text for the settings. Throws UserError: no such PIN, no memory.
std::string hash_of_pin(const std::string& pin);

/// Takes some 30 ms, on purpose. False for an empty or foreign hash.
bool pin_matches(const std::string& hash, const std::string& pin);

} // namespace tactus::app
