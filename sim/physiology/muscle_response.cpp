#include "sim/physiology/muscle_response.hpp"

#include "sim/math/interpolation.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/physiology/first_order.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <algorithm>

namespace tactus::physiology {
namespace {

/// The unwarmed term fades over the last seconds of the warm-up.
constexpr float warm_up_fade_s = 10;

} // namespace

MuscleResponse::MuscleResponse(const client::Response& response)
    : response_(response), resting_tone_(response.resting_tone) {
    tone_.fill(resting_tone_);
}

float MuscleResponse::unwarmed(std::size_t muscle) const {
    return math::clamp01((warm_up_s.f() - muscles_[muscle].worked_s) / warm_up_fade_s);
}

float MuscleResponse::joint_speed_limit_rad_s() const {
    constexpr auto radians = static_cast<float>(math::pi / 180.0);
    return response_.joint_speed_limit_deg_s * radians * sensitised_;
}

bool MuscleResponse::step_one(One& muscle, const MuscleWork& work) const {
    // Equation 6: hands that move on the muscle damp its reflexes.
    const bool moving = work.pressed && work.speed_m_s > moving_speed_m_s.f();
    const float damped = moving
                             ? 1 - reflex_drop.f() * math::smoothstep(reflex_light_pa.f(), reflex_deep_pa.f(),
                                                                      work.mean_pressure_pa)
                             : 1.0F;
    muscle.reflex = approached(muscle.reflex, damped, reflex_tau_s.f());

    // Guarding law of facts 5.4: fast on, slow off.
    const float felt = std::max(work.pressed ? work.discomfort : 0.0F, work.stretch_discomfort);
    const float over = std::max(felt - response_.guard_threshold, 0.0F);
    const float guard = response_.guard_gain * over * muscle.reflex;
    muscle.guard =
        approached(muscle.guard, guard, guard > muscle.guard ? guard_rise_tau_s.f() : guard_fall_tau_s.f());

    // Stretch reflex above v* of a stroke and w* of a joint, with a pause after each.
    bool startled = false;
    muscle.spasm = approached(muscle.spasm, 0, spasm_tau_s.f());
    muscle.since_spasm_s += step_s;
    const float excess = std::max(work.pressed ? work.speed_m_s / speed_limit_m_s() : 0.0F,
                                  work.joint_speed_rad_s / joint_speed_limit_rad_s()) -
                         1;
    if (excess > 0 && muscle.since_spasm_s >= spasm_refractory_s.f()) {
        muscle.spasm += std::min(spasm_gain.f() * excess, 1.0F) * muscle.reflex;
        muscle.since_spasm_s = 0;
        startled = true;
    }

    // Roberts: deep work on a muscle that is not warm raises its tone for a while; the less, the warmer it is
    // already.
    muscle.deep_first = approached(muscle.deep_first, 0, deep_first_tau_s.f());
    const bool deep_first =
        work.pressed && muscle.worked_s < warm_up_s.f() && work.of_pressure > deep_first_discomfort.f();
    if (deep_first && !muscle.went_deep_first) {
        muscle.deep_first += deep_first_tone.f() * (1 - muscle.worked_s / warm_up_s.f());
        muscle.went_deep_first = true;
    }
    muscle.worked_s += work.pressed ? step_s : 0.0F;

    // Equation 9.
    const bool good =
        work.pressed && work.discomfort >= ppt_gain_low.f() && work.discomfort <= ppt_gain_high.f();
    muscle.ppt_gain = approached(muscle.ppt_gain, good ? ppt_gain_most.f() : 0.0F, ppt_gain_tau_s.f());
    return startled;
}

void MuscleResponse::step(const std::array<MuscleWork, anatomy::muscle_count>& work, float relaxation) {
    sensitised_ = approached(sensitised_, 1, sensitisation_tau_s.f());
    // Equation 7: a0' = -(a0 - a_min) r / 300.
    const float least = least_tone_share.f() * response_.resting_tone;
    resting_tone_ = math::mix(resting_tone_, least, done_after(step_s * relaxation, resting_tone_tau_s.f()));
    bool startled = false;
    for (std::size_t m = 0; m < muscles_.size(); ++m) {
        One& muscle = muscles_[m];
        startled = step_one(muscle, work[m]) || startled;
        tone_[m] =
            math::clamp01(resting_tone_ + muscle.guard + muscle.spasm + muscle.deep_first + work[m].jolt);
    }
    // One stroke over many muscles is one event.
    since_event_s_ += step_s;
    if (startled && since_event_s_ >= spasm_refractory_s.f()) {
        sensitised_ = std::max(sensitised_ * (1 - spasm_sensitisation.f()), most_sensitised.f());
        since_event_s_ = 0;
    }
}

} // namespace tactus::physiology
