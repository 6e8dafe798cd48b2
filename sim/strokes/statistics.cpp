#include "sim/strokes/statistics.hpp"

#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <vector>

namespace tactus::strokes {

double mean(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double deviation(std::span<const double> values) {
    if (values.size() < 2) {
        return 0;
    }
    const double centre = mean(values);
    double sum = 0;
    for (const double value : values) {
        sum += (value - centre) * (value - centre);
    }
    return math::sqrt(sum / static_cast<double>(values.size() - 1));
}

double variation(std::span<const double> values) {
    const double centre = mean(values);
    return centre == 0 ? 0 : deviation(values) / centre;
}

double median(std::span<const double> values) {
    if (values.empty()) {
        return 0;
    }
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
}

double symmetry_index(double left, double right) {
    return left + right == 0 ? 0 : 2 * (left - right) / (left + right);
}

} // namespace tactus::strokes
