#pragma once
/// Trigger points under the hand: found, eased by a steady hold, irritated by too much (facts 4.2, 5.7).

#include "sim/anatomy/anatomy.hpp"
#include "sim/physiology/hand_load.hpp"
#include "sim/physiology/pain.hpp"
#include "sim/physiology/physiology.hpp"

#include <span>
#include <vector>

namespace tactus::physiology {

class TriggerPointEasing {
public:
    explicit TriggerPointEasing(const anatomy::Anatomy& anatomy);

    /// How a place feels because of the trigger points near it.
    struct Tenderness {
        float active = 0;     ///< 1 on an active point .. 0 off it
        float near = 0;       ///< 1 on a point of any activity .. 0 off it
        float gain_pa = 0;    ///< of the threshold on 1 cm2, by releases so far
        int point = -1;       ///< the nearest within reach, or -1
        float distance_m = 1; ///< to it, along the rest skin's chord
    };

    /// Of a place on the rest skin. Pure.
    [[nodiscard]] Tenderness tenderness(Vec3 rest_m) const;

    /// One step of one hand; call for each hand, then settle().
    void press(const HandLoad& load, const HandPain& pain);

    /// Ends the step: holds that no hand went on with lapse.
    void settle();

    [[nodiscard]] std::span<const TriggerPointState> states() const { return states_; }

    [[nodiscard]] std::span<const float> stiffness() const { return stiffness_; }

    [[nodiscard]] const anatomy::TriggerPoint& site(int point) const {
        return anatomy_->trigger_points[static_cast<std::size_t>(point)];
    }

private:
    struct Hold {
        bool under_way = false; ///< in this step
        float lapse_s = 0;
        int releases = 0;
    };

    const anatomy::Anatomy* anatomy_;
    std::vector<TriggerPointState> states_;
    std::vector<float> stiffness_;
    std::vector<Hold> holds_;
};

} // namespace tactus::physiology
