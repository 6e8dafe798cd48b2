#include "sim/bodies/muscle_line.hpp"

#include "sim/bodies/bodies_data.hpp"
#include "sim/bodies/joints_data.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>

namespace tactus::bodies {
namespace {

/// Growth of the tension: a strain of this much multiplies it by e.
double per_strain() { return muscle_curve_shape / muscle_full_strain; }

/// The curve of a muscle of 1 N: (exp(shape strain / full strain) - 1) / (exp(shape) - 1).
double scale() { return 1 / (math::exp(muscle_curve_shape) - 1); }

} // namespace

double tone_factor(double tone) { return (1 + 6 * tone) / 1.6; }

MuscleLine::MuscleLine(double rest_length_m, double full_force_n)
    : rest_length_m_(rest_length_m), full_force_n_(full_force_n) {}

double MuscleLine::tension_n(double length_m, double tone) const {
    const double strain = elastic_strain(length_m);
    return strain <= 0 ? 0
                       : full_force_n_ * tone_factor(tone) * scale() * (math::exp(per_strain() * strain) - 1);
}

double MuscleLine::stiffness_n_per_m(double length_m, double tone) const {
    const double strain = elastic_strain(length_m);
    return strain <= 0 ? 0
                       : full_force_n_ * tone_factor(tone) * scale() * per_strain() *
                             math::exp(per_strain() * strain) / rest_length_m_;
}

double MuscleLine::energy_j(double length_m, double tone) const {
    const double strain = std::max(0.0, elastic_strain(length_m));
    const double in_spring = full_force_n_ * tone_factor(tone) * scale() *
                             ((math::exp(per_strain() * strain) - 1) / per_strain() - strain);
    const double in_return = 0.5 * creep_stiffness_share * full_force_n_ * crept_ * crept_;
    return (in_spring + in_return) * rest_length_m_;
}

void MuscleLine::creep(double length_m, double tone) {
    const double back_n = creep_stiffness_share * full_force_n_;
    const double rate = (tension_n(length_m, tone) - back_n * crept_) / (back_n * creep_recovery_s);
    crept_ = std::max(0.0, crept_ + rate * bone_step_s);
}

} // namespace tactus::bodies
