#include "sim/bodies/barrier_curve.hpp"

#include "sim/math/transcendental.hpp"

namespace tactus::bodies {

double BarrierCurve::resistance(double q) const {
    const double steep = rise * (math::exp(per * (q < 0 ? -q : q)) - 1);
    return neutral * q + (q < 0 ? -steep : steep);
}

double BarrierCurve::stiffness(double q) const {
    return neutral + rise * per * math::exp(per * (q < 0 ? -q : q));
}

double BarrierCurve::energy_j(double q) const {
    const double size = q < 0 ? -q : q;
    return 0.5 * neutral * q * q + rise * ((math::exp(per * size) - 1) / per - size);
}

BarrierCurve curve_from_onset(double neutral, double at_onset, double onset, double per) {
    return {.neutral = neutral, .rise = at_onset * math::exp(-per * onset), .per = per};
}

} // namespace tactus::bodies
