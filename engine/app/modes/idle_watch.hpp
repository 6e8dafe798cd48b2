#pragma once

/// Tells a kiosk that nobody is there: 20 s without any input, then a 10 s countdown (look.md 3, D24). Pure.

namespace tactus::app {

class IdleWatch {
public:
    static constexpr double quiet_limit_s = 20;
    static constexpr double countdown_s = 10;

    /// One frame. active: somebody did something in it.
    void update(bool active, double elapsed_s) { quiet_s_ = active ? 0 : quiet_s_ + elapsed_s; }

    void reset() { quiet_s_ = 0; }

    /// "Still there?" is on the screen.
    [[nodiscard]] bool asking() const { return quiet_s_ >= quiet_limit_s && !gone(); }

    /// Nobody answered.
    [[nodiscard]] bool gone() const { return quiet_s_ >= quiet_limit_s + countdown_s; }

    /// Seconds until gone().
    [[nodiscard]] double left_s() const { return quiet_limit_s + countdown_s - quiet_s_; }

private:
    double quiet_s_ = 0;
};

} // namespace tactus::app
