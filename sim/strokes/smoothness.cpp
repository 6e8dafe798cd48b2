#include "sim/strokes/smoothness.hpp"

#include "sim/math/interpolation.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/strokes/fourier.hpp"
#include "sim/strokes/strokes_data.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace tactus::strokes {

double sparc(std::span<const double> speed, double sample_hz) {
    if (speed.size() < 2) {
        return 0;
    }
    const std::size_t padded = std::bit_ceil(speed.size()) << sparc_padding_levels;
    std::vector<double> magnitude = spectrum_magnitude(speed, padded);
    // The published code normalises by the largest bin of the whole spectrum, then looks below the cut-off.
    const double largest = *std::ranges::max_element(magnitude);
    if (!(largest > 0)) {
        return 0;
    }
    const double bin_hz = sample_hz / static_cast<double>(padded);
    std::size_t first = magnitude.size();
    std::size_t last = 0;
    for (std::size_t k = 0; k < magnitude.size() && static_cast<double>(k) * bin_hz <= sparc_cut_off_hz;
         ++k) {
        magnitude[k] /= largest;
        if (magnitude[k] >= sparc_amplitude_threshold) {
            first = std::min(first, k);
            last = k;
        }
    }
    if (first >= last) {
        return 0;
    }
    const double step = 1.0 / static_cast<double>(last - first); // df / (f_hi - f_lo) for evenly spaced bins
    double length = 0;
    for (std::size_t k = first; k < last; ++k) {
        const double rise = magnitude[k + 1] - magnitude[k];
        length += math::sqrt(step * step + rise * rise);
    }
    return -length;
}

double dimensionless_jerk(std::span<const double> speed, double sample_hz) {
    if (speed.size() < 3) {
        return 0;
    }
    double peak = 0;
    for (const double v : speed) {
        peak = std::max(peak, std::fabs(v));
    }
    if (!(peak > 0)) {
        return 0;
    }
    const double dt = 1.0 / sample_hz;
    double sum = 0;
    for (std::size_t i = 2; i < speed.size(); ++i) {
        const double jerk = (speed[i] - 2 * speed[i - 1] + speed[i - 2]) / (dt * dt);
        sum += jerk * jerk;
    }
    const double duration_s = static_cast<double>(speed.size()) * dt;
    return -(duration_s * duration_s * duration_s / (peak * peak)) * sum * dt;
}

double log_dimensionless_jerk(std::span<const double> speed, double sample_hz) {
    const double jerk = std::fabs(dimensionless_jerk(speed, sample_hz));
    return jerk > 0 ? -math::log(jerk) : 0;
}

std::vector<double> smooth_plateau(std::size_t samples, double sample_hz) {
    std::vector<double> speed(samples);
    const double end_s = std::min(plateau_end_s.value, 0.5 * static_cast<double>(samples) / sample_hz);
    for (std::size_t i = 0; i < samples; ++i) {
        const std::size_t from_border = std::min(i, samples - 1 - i);
        const double t = std::min(1.0, static_cast<double>(from_border) / sample_hz / end_s);
        speed[i] = t * t * (3 - 2 * t);
    }
    return speed;
}

double sparc_below_plateau(std::span<const double> speed, double sample_hz) {
    return sparc(speed, sample_hz) - sparc(smooth_plateau(speed.size(), sample_hz), sample_hz);
}

} // namespace tactus::strokes
