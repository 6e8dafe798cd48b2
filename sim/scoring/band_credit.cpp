#include "sim/scoring/band_credit.hpp"

#include "sim/math/transcendental.hpp"

#include <algorithm>

namespace tactus::scoring {

double band_credit(double force_n, Band band, const Rubric& rubric) {
    const double high = band.high;
    const bool open_below = !(band.low > 0);
    const double low = open_below ? 0.25 * high : band.low;
    if (force_n >= low && force_n <= high) {
        return 1;
    }
    if (force_n < low && (open_below || force_n <= 0)) {
        return open_below ? 1 : 0;
    }
    const double half_width = std::max(0.5 * math::log(high / low), 1e-6);
    const double z = math::log(force_n / math::sqrt(low * high)) / half_width;
    const double credit = z > 0 ? 1 - (z - 1) / rubric.above_band : 1 - (-z - 1) / rubric.below_band;
    return std::clamp(credit, 0.0, 1.0);
}

} // namespace tactus::scoring
