#pragma once

/// Tells a kiosk that nobody is there: a while without any input, then a countdown (look.md 3, D24). Pure.

namespace tactus::app {

struct IdleTimes {
    double quiet_s = 20;     ///< without any input until it asks
    double countdown_s = 10; ///< that it asks for
};

class IdleWatch {
public:
    explicit IdleWatch(IdleTimes times = {}) : times_(times) {}

    /// One frame. active: somebody did something in it.
    void update(bool active, double elapsed_s) { quiet_s_ = active ? 0 : quiet_s_ + elapsed_s; }

    void reset() { quiet_s_ = 0; }

    /// "Still there?" is on the screen.
    [[nodiscard]] bool asking() const { return quiet_s_ >= times_.quiet_s && !gone(); }

    /// Nobody answered.
    [[nodiscard]] bool gone() const { return quiet_s_ >= times_.quiet_s + times_.countdown_s; }

    /// Seconds until gone().
    [[nodiscard]] double left_s() const { return times_.quiet_s + times_.countdown_s - quiet_s_; }

private:
    IdleTimes times_;
    double quiet_s_ = 0;
};

} // namespace tactus::app
