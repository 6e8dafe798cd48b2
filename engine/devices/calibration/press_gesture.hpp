#pragma once
/// What a device that can only press says to its own calibration page once it is done: a short press takes
/// the new values back (and again: keeps them), a long one leaves. Pure.

#include <cstdint>

namespace tactus::devices {

class PressGesture {
public:
    enum class Said : std::uint8_t { nothing, toggle, leave };

    static constexpr double long_press_s = 1.2; ///< design value: no tap is so long

    /// One moment. What is pressed at the start means nothing until it was let go.
    Said hear(double t_s, bool pressing) {
        if (!pressing) {
            const bool was_short = armed_ && down_ && t_s - down_s_ < long_press_s / 2;
            armed_ = true;
            down_ = false;
            return was_short ? Said::toggle : Said::nothing;
        }
        if (armed_ && !down_) {
            down_ = true;
            down_s_ = t_s;
        }
        if (down_ && t_s - down_s_ >= long_press_s) {
            *this = {};
            return Said::leave;
        }
        return Said::nothing;
    }

private:
    bool armed_ = false; ///< it was let go since the page listens
    bool down_ = false;
    double down_s_ = 0;
};

} // namespace tactus::devices
