#include "sim/care/benefit.hpp"

#include "sim/care/care_data.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>

namespace tactus::care {

double length_share(double minutes) {
    return std::min<double>(most_length_share, math::pow(minutes / full_visit_min, length_exponent));
}

Benefit after_visit(Benefit benefit, double minutes, double quality) {
    const double worth = length_share(minutes) * quality;
    return {.fast = benefit.fast + fast_gain * worth * (1 - benefit.fast),
            .slow = benefit.slow + slow_gain * worth * (1 - benefit.slow)};
}

Benefit after_days(Benefit benefit, double days) {
    return {.fast = benefit.fast * math::exp(-days / fast_leak_tau_days),
            .slow = benefit.slow * math::exp(-days / slow_leak_tau_days)};
}

double relief(Benefit benefit, double responder) {
    return responder * (fast_relief * benefit.fast + slow_relief * benefit.slow);
}

} // namespace tactus::care
