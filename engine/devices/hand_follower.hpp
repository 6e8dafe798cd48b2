#pragma once
/// A hand has weight: it follows what a device asks smoothly and loads at a person's rate. Turns targets,
/// which come once a frame, into hand input for every step of 1/240 s. Pure state, no clock; one object a
/// run.

#include "engine/devices/hand_target.hpp"
#include "sim/hands/hand_input.hpp"

#include <array>
#include <optional>

namespace tactus::devices {

class HandFollower {
public:
    /// One step of step_s seconds toward the targets. A hand that goes away unloads first, then lifts.
    std::array<std::optional<hands::HandInput>, contact::side_count> step(const HandTargets& targets,
                                                                          float step_s);

    /// Where the force that loads that hand came from.
    [[nodiscard]] ForceSource loaded_by(contact::Side side) const {
        return hands_[static_cast<std::size_t>(side)].loaded_by;
    }

    /// Both hands away at once, without unloading: for a new run.
    void reset();

private:
    struct Hand {
        bool present = false;
        HandTarget last;
        float middle_u = 0, middle_v = 0; ///< first of two equal low-passes
        float u = 0, v = 0;
        float force_n = 0;
        float angle_deg = 0;
        float tilt_deg = 0;
        float grip = 0;
        float lift = 0;
        float letting_go_n_s = 0; ///< the rate at which it lets go when its device is lost now
        ForceSource loaded_by = ForceSource::inferred;
    };

    static std::optional<hands::HandInput> follow(Hand& hand, const std::optional<HandTarget>& target,
                                                  float step_s);
    static void gather(Hand& hand, float step_s);
    std::array<Hand, contact::side_count> hands_;
};

} // namespace tactus::devices
