#pragma once
/// The one 0-10 scale of discomfort (facts 5.7): local pressure against the pain threshold of the place.

#include "sim/anatomy/muscles.hpp"
#include "sim/physiology/hand_load.hpp"

namespace tactus::physiology {

/// Pressure pain threshold of a muscle on 1 cm2, Pa: men, healthy (facts 2.4). Pure.
float muscle_threshold_pa(anatomy::Muscle muscle);

/// The same under a contact of `area_m2`: PPT_1 times (A / 1 cm2) to the power -0.55. Pure.
float threshold_under_area_pa(float threshold_pa, float area_m2);

/// I = 7 + 4 log10(p95 / PPT_A) below the threshold, 7 + 5 log10 above; 0.5..10. Pure.
float discomfort_of(float p95_pa, float threshold_pa);

/// The discomfort under one hand over time: what a hold or cross-fibre friction takes off, the cost of sudden
/// loading and of unwarmed tissue.
class HandPain {
public:
    /// What the place brings with it.
    struct Place {
        float threshold_pa;  ///< on 1 cm2, for this client at this place
        float node = 0;      ///< 1 on an active trigger point .. 0 off it: relief by a hold is larger there
        float unwarmed = 0;  ///< 1 = the muscle has not been worked yet .. 0 = warm
        float feeling = 1;   ///< share of it that is felt; 0 = a numb place
        bool rubbed = false; ///< by friction across the fibres
    };

    /// One step. A hand that does not touch forgets.
    void step(const HandLoad& load, const Place& place);

    [[nodiscard]] float discomfort() const { return discomfort_; }

    /// Of the pressure alone, without time terms: what a hold is judged by.
    [[nodiscard]] float of_pressure() const { return of_pressure_; }

    /// Force within 15 % of its mean, CV below 10 %, hand at rest.
    [[nodiscard]] bool steady() const { return steady_; }

    [[nodiscard]] float loading_pa_s() const { return loading_pa_s_; } ///< rise of p95, smoothed over 0.1 s

    /// Calls `put` with every number of the state.
    template <class Put> void visit(Put put) const {
        for (const float value : {discomfort_, of_pressure_, relief_, loading_pa_s_, sudden_, mean_force_n_,
                                  force_variance_n2_, last_p95_pa_}) {
            put(value);
        }
    }

private:
    void follow_force(const HandLoad& load);

    float discomfort_ = 0;
    float of_pressure_ = 0;
    float relief_ = 0;
    float loading_pa_s_ = 0;
    float sudden_ = 0;
    float mean_force_n_ = 0;
    float force_variance_n2_ = 0;
    float last_p95_pa_ = 0;
    bool steady_ = false;
};

} // namespace tactus::physiology
