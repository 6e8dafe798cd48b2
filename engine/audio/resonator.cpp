#include "engine/audio/resonator.hpp"

#include "engine/audio/waveform.hpp"

#include <cmath>
#include <numbers>

namespace tactus::audio {

void Resonator::tune(double frequency_hz, double width_hz) {
    const double decay = std::exp(-std::numbers::pi * width_hz / sample_rate_hz);
    second_ = -decay * decay;
    first_ = 2 * decay * std::cos(2 * std::numbers::pi * frequency_hz / sample_rate_hz);
    gain_ = 1 - first_ - second_;
}

} // namespace tactus::audio
