#pragma once
/// The kiosk's loop by a clock that it is given: attract, a minute of demo, the score, and back. Pure.

#include "engine/app/modes/idle_watch.hpp"

namespace tactus::app {

/// What a kiosk shows; off: Tactus is no kiosk, or the visitor of a station has left its demo.
enum class KioskPhase { off, attract, demo, score, staff };

struct KioskTimes {
    IdleTimes visitor;
    IdleTimes staff{.quiet_s = 60, .countdown_s = 0}; ///< staff called away must not leave the page open
    double scene_s = 30;                              ///< one client of the attract loop
};

class KioskCourse {
public:
    explicit KioskCourse(KioskTimes times = {})
        : times_(times), idle_(times.visitor), staff_idle_(times.staff) {}

    [[nodiscard]] KioskPhase phase() const { return phase_; }

    [[nodiscard]] bool on() const { return phase_ != KioskPhase::off; }

    /// Goes there; all clocks begin anew.
    void enter(KioskPhase phase) {
        phase_ = phase;
        scene_s_ = 0;
        idle_.reset();
        staff_idle_.reset();
    }

    /// What a frame leads to.
    enum class Turn {
        none,
        next_scene, ///< of the attract loop, which is entered anew
        give_up,    ///< nobody is there: back to attract
    };

    /// One frame. active: somebody did something in it.
    Turn update(bool active, double elapsed_s) {
        switch (phase_) {
        case KioskPhase::off:
            return Turn::none;
        case KioskPhase::attract:
            scene_s_ += elapsed_s;
            return scene_s_ > times_.scene_s ? Turn::next_scene : Turn::none;
        case KioskPhase::staff:
            staff_idle_.update(active, elapsed_s);
            return staff_idle_.gone() ? Turn::give_up : Turn::none;
        case KioskPhase::demo:
        case KioskPhase::score:
            idle_.update(active, elapsed_s);
            return idle_.gone() ? Turn::give_up : Turn::none;
        }
        return Turn::none;
    }

    /// "Still there?" counts down; any input ends it.
    [[nodiscard]] bool asking() const { return visited() && idle_.asking(); }

    /// Seconds until the visitor counts as gone.
    [[nodiscard]] double left_s() const { return idle_.left_s(); }

    /// True while a visitor is at work.
    [[nodiscard]] bool visited() const { return phase_ == KioskPhase::demo || phase_ == KioskPhase::score; }

private:
    KioskTimes times_;
    KioskPhase phase_ = KioskPhase::off;
    IdleWatch idle_;
    IdleWatch staff_idle_;
    double scene_s_ = 0;
};

} // namespace tactus::app
