#include "sim/physiology/trigger_point_easing.hpp"

#include "sim/physiology/first_order.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <algorithm>

namespace tactus::physiology {

TriggerPointEasing::TriggerPointEasing(const anatomy::Anatomy& anatomy)
    : anatomy_(&anatomy), states_(anatomy.trigger_points.size()), holds_(anatomy.trigger_points.size()) {
    for (std::size_t k = 0; k < states_.size(); ++k) {
        states_[k].stiffness = anatomy.trigger_points[k].stiffness;
        stiffness_.push_back(states_[k].stiffness);
    }
}

TriggerPointEasing::Tenderness TriggerPointEasing::tenderness(Vec3 rest_m) const {
    Tenderness here;
    for (std::size_t k = 0; k < states_.size(); ++k) {
        const anatomy::TriggerPoint& point = anatomy_->trigger_points[k];
        const float distance_m = glm::length(rest_m - point.skin_m);
        const float near = closeness(distance_m, tender_core_m.f(), tender_rim_m.f());
        if (distance_m < here.distance_m && distance_m < tender_rim_m.f()) {
            here.point = static_cast<int>(k);
            here.distance_m = distance_m;
            here.gain_pa = near * std::min(release_ppt_gain_pa.f() * static_cast<float>(holds_[k].releases),
                                           most_release_ppt_gain_pa.f());
        }
        here.near = std::max(here.near, near);
        if (point.activity == anatomy::Activity::active) {
            here.active = std::max(here.active, near);
        }
    }
    return here;
}

void TriggerPointEasing::press(const HandLoad& load, const HandPain& pain) {
    if (!load.touching || load.force_n < found_force_n.f() || load.p95_pa < found_p95_pa.f()) {
        return;
    }
    for (std::size_t k = 0; k < states_.size(); ++k) {
        const anatomy::TriggerPoint& point = anatomy_->trigger_points[k];
        const float distance_m = glm::length(load.rest_m - point.skin_m);
        if (distance_m > found_within_m.f()) {
            continue;
        }
        TriggerPointState& state = states_[k];
        state.found = true;
        const float strength = pain.of_pressure();
        if (strength > easing_high.f()) {
            state.tension = approached(state.tension, 1, irritation_tau_s.f());
        }
        if (pain.steady() && strength >= easing_low.f() && strength <= easing_high.f()) {
            const float aim = closeness(distance_m, easing_core_m.f(), found_within_m.f());
            state.tension *= left_after(step_s * aim, easing_tau_s.f());
            holds_[k].under_way = true;
        }
    }
}

void TriggerPointEasing::settle() {
    for (std::size_t k = 0; k < states_.size(); ++k) {
        TriggerPointState& state = states_[k];
        Hold& hold = holds_[k];
        if (hold.under_way) {
            hold.lapse_s = 0;
            state.hold_s += step_s;
            state.longest_hold_s = std::max(state.longest_hold_s, state.hold_s);
        } else {
            hold.lapse_s += step_s;
            state.hold_s = hold.lapse_s > hold_lapse_s.f() ? 0.0F : state.hold_s;
        }
        hold.under_way = false;
        if (state.tension <= released_tension.f() && !state.released) {
            state.released = true;
            ++hold.releases;
        }
        const float start = anatomy_->trigger_points[k].stiffness;
        state.stiffness = 1 + (start - 1) * state.tension;
        stiffness_[k] = state.stiffness;
    }
}

} // namespace tactus::physiology
