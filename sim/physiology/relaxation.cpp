#include "sim/physiology/relaxation.hpp"

#include "sim/math/interpolation.hpp"
#include "sim/physiology/first_order.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::physiology {
namespace {

/// A guard event is over when discomfort has fallen this far below the guarding threshold.
constexpr float guard_hysteresis = 0.5F;

/// Nobody holds the breath longer than this because of a hand.
constexpr float longest_held_s = 8;

} // namespace

void Relaxation::step(const Feeling& feeling) {
    upset_ = approached(upset_, 0, guard_event_tau_s.f());
    const bool over = feeling.discomfort >= feeling.guard_threshold + guard_event_points.f();
    const bool under = feeling.discomfort < feeling.guard_threshold - guard_hysteresis;
    if (over && !guarding_) {
        ++guard_events_;
        upset_ += guard_event_cost.f();
    }
    guarding_ = over || (guarding_ && !under);
    held_s_ = guarding_ ? held_s_ + step_s : 0.0F;
    held_ = guarding_ && held_s_ < longest_held_s;

    const bool comfortable =
        feeling.touched && feeling.discomfort >= comfort_low.f() && feeling.discomfort <= comfort_high.f();
    const float target =
        std::clamp(relaxation_base.f() + (comfortable ? relaxation_comfort.f() : 0.0F) +
                       relaxation_flow.f() * math::clamp01(feeling.flow) + relaxation_warm_room.f(),
                   0.0F, relaxation_most.f()) -
        upset_;
    relaxation_ = math::clamp01(approached(relaxation_, target, relaxation_tau_s.f()));

    if (!held_) {
        phase_ += breaths_per_min() / 60.0F * step_s;
        phase_ -= std::floor(phase_);
    }
}

float Relaxation::heart_rate_bpm() const {
    return resting_heart_rate_bpm.f() - heart_rate_drop_bpm.f() * relaxation_;
}

float Relaxation::breaths_per_min() const {
    return resting_breaths_per_min.f() - breaths_drop_per_min.f() * relaxation_;
}

float Relaxation::breath() const {
    const float in = inhaling_share.f();
    const auto half_turn = static_cast<float>(math::pi);
    return phase_ < in ? 0.5F - 0.5F * math::cos(half_turn * phase_ / in)
                       : 0.5F + 0.5F * math::cos(half_turn * (phase_ - in) / (1 - in));
}

} // namespace tactus::physiology
