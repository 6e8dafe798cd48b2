#pragma once
/// What came once a picture, played over the time until the next: a slow picture does not make a jerky hand.
/// No clock of its own, so that a run at any rate can be had without waiting for it.

#include "engine/devices/hand_target.hpp"

#include <deque>
#include <span>

namespace tactus::devices {

class TargetTrail {
public:
    /// now_s: of any steady clock. trail: what devices asked during the last picture, oldest first; it is
    /// spread evenly over the next frame_s seconds.
    void post(std::span<const HandTargets> trail, double now_s, double frame_s);

    /// These at once, instead of whatever was still to be played.
    void interrupt(const HandTargets& targets, double now_s);

    /// What is asked at that time, which must not go back.
    const HandTargets& at(double now_s);

private:
    struct Timed {
        double due_s;
        HandTargets targets;
    };

    std::deque<Timed> queue_;
    HandTargets current_;
};

} // namespace tactus::devices
