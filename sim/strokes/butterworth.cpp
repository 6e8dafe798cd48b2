#include "sim/strokes/butterworth.hpp"

#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <cassert>

namespace tactus::strokes {

namespace {

struct Biquad {
    double b0, b1, b2, a1, a2;

    void run(std::vector<double>& values) const {
        double x1 = values.front();
        double x2 = x1;
        double y1 = x1;
        double y2 = x1;
        for (double& value : values) {
            const double y = b0 * value + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
            x2 = x1;
            x1 = value;
            y2 = y1;
            y1 = y;
            value = y;
        }
    }
};

/// Bilinear transform of 1 / (s^2 + sqrt(2) s + 1) with the cut-off prewarped.
Biquad second_order(double sample_hz, double cut_off_hz) {
    const double angle = math::pi * cut_off_hz / sample_hz;
    const double k = math::sin(angle) / math::cos(angle);
    const double norm = 1 / (1 + math::sqrt(2.0) * k + k * k);
    const double b0 = k * k * norm;
    return {b0, 2 * b0, b0, 2 * (k * k - 1) * norm, (1 - math::sqrt(2.0) * k + k * k) * norm};
}

} // namespace

std::vector<double> low_pass(std::span<const double> signal, double sample_hz, double cut_off_hz) {
    assert(cut_off_hz > 0 && cut_off_hz < sample_hz / 2);
    std::vector<double> values(signal.begin(), signal.end());
    if (values.empty()) {
        return values;
    }
    const Biquad filter = second_order(sample_hz, cut_off_hz);
    filter.run(values);
    std::ranges::reverse(values);
    filter.run(values);
    std::ranges::reverse(values);
    return values;
}

} // namespace tactus::strokes
