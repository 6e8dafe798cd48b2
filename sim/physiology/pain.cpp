#include "sim/physiology/pain.hpp"

#include "sim/math/transcendental.hpp"
#include "sim/physiology/felt_pressure.hpp"
#include "sim/physiology/first_order.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::physiology {
namespace {

constexpr float least_area_m2 = 0.5e-4F; // a contact that has just begun has no area yet
constexpr float perception_tau_s = 0.10F;
constexpr float forgetting_tau_s = 0.30F;
constexpr float loading_tau_s = 0.10F;
constexpr float sudden_rise_tau_s = 0.10F;
constexpr float sudden_fall_tau_s = 1.0F;
constexpr float force_mean_tau_s = 1.0F;
constexpr float least_steady_force_n = 1.0F;

} // namespace

float muscle_threshold_pa(anatomy::Muscle muscle) {
    using anatomy::Muscle;
    switch (muscle) {
    case Muscle::trapezius_upper:
    case Muscle::trapezius_middle:
        return ppt_upper_trapezius_pa.f();
    case Muscle::infraspinatus:
        return ppt_infraspinatus_pa.f();
    case Muscle::deltoid:
        return ppt_deltoid_pa.f();
    case Muscle::trapezius_lower:
    case Muscle::rhomboid_major:
    case Muscle::levator_scapulae:
        return ppt_mid_thoracic_pa.f();
    case Muscle::erector_spinae:
    case Muscle::thoracolumbar_fascia:
        return ppt_lumbar_pa.f();
    case Muscle::gluteus_maximus:
    case Muscle::gluteus_medius:
        return ppt_gluteal_pa.f();
    case Muscle::external_oblique:
    case Muscle::teres_minor:
    case Muscle::teres_major:
    case Muscle::latissimus_dorsi:
        return ppt_flank_pa.f();
    }
    return ppt_flank_pa.f();
}

float threshold_under_area_pa(float threshold_pa, float area_m2) {
    const float area_cm2 = std::max(area_m2, least_area_m2) * 1e4F;
    return threshold_pa * math::pow(area_cm2, threshold_area_exponent.f());
}

float discomfort_of(float p95_pa, float threshold_pa) {
    const float least = least_discomfort.f();
    if (!(p95_pa > 0)) {
        return least;
    }
    const float decades = math::log10(p95_pa / threshold_pa);
    const float slope = decades < 0 ? slope_below_threshold.f() : slope_above_threshold.f();
    return std::clamp(7.0F + slope * decades, least, 10.0F);
}

void HandPain::follow_force(const HandLoad& load) {
    const float keep = left_after(step_s, force_mean_tau_s);
    const float off = load.force_n - mean_force_n_;
    // Exponentially weighted mean and variance (West 1979).
    mean_force_n_ += off * (1 - keep);
    force_variance_n2_ = keep * (force_variance_n2_ + off * off * (1 - keep));
    const float mean = std::max(mean_force_n_, least_steady_force_n);
    const bool near_mean = std::fabs(load.force_n - mean_force_n_) <= steady_force_share.f() * mean;
    const float variation = steady_force_variation.f() * mean;
    steady_ = near_mean && force_variance_n2_ <= variation * variation &&
              load.force_n >= least_steady_force_n && load.speed_m_s <= steady_speed_m_s.f();
}

void HandPain::step(const HandLoad& load, const Place& place) {
    if (!load.touching) {
        HandPain lifted;
        lifted.discomfort_ = approached(discomfort_, 0, forgetting_tau_s);
        lifted.relief_ = approached(relief_, 0, relief_loss_tau_s.f());
        *this = lifted;
        return;
    }
    follow_force(load);
    const float loading = (load.p95_pa - last_p95_pa_) / step_s;
    last_p95_pa_ = load.p95_pa;
    loading_pa_s_ = approached(loading_pa_s_, loading, loading_tau_s);
    const bool fast = loading_pa_s_ > fast_loading_pa_s.f();
    sudden_ = approached(sudden_, fast ? 1.0F : 0.0F, fast ? sudden_rise_tau_s : sudden_fall_tau_s);

    const float by_hold =
        steady_ ? relief_plain.f() + (relief_node.f() - relief_plain.f()) * place.node : 0.0F;
    const float by_friction = place.rubbed ? relief_friction.f() : 0.0F;
    const float most_relief = std::max(by_hold, by_friction);
    relief_ =
        approached(relief_, most_relief, most_relief > 0 ? hold_relief_tau_s.f() : relief_loss_tau_s.f());

    const float area_m2 = std::max(load.area_m2, least_area_m2);
    of_pressure_ = discomfort_of(felt_pressure_pa(load.tool, load.p95_pa, area_m2),
                                 threshold_under_area_pa(place.threshold_pa, area_m2));
    const float now =
        of_pressure_ - relief_ + fast_loading_points.f() * sudden_ + unwarmed_points.f() * place.unwarmed;
    const float felt = std::clamp(now, least_discomfort.f(), 10.0F) * place.feeling;
    discomfort_ = approached(discomfort_, felt, perception_tau_s);
}

} // namespace tactus::physiology
