#include "sim/strokes/waveform_match.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::strokes {

double percentage_match(std::span<const double> first, std::span<const double> second,
                        std::span<const std::pair<std::size_t, std::size_t>> pairs) {
    double squares = 0;
    double low = first[pairs.front().first];
    double high = low;
    for (const auto& [i, j] : pairs) {
        squares += (first[i] - second[j]) * (first[i] - second[j]);
        low = std::min({low, first[i], second[j]});
        high = std::max({high, first[i], second[j]});
    }
    const double difference = std::sqrt(squares / static_cast<double>(pairs.size()));
    return high > low ? 100 * (1 - difference / (high - low)) : 100;
}

} // namespace tactus::strokes
