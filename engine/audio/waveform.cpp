#include "engine/audio/waveform.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tactus::audio {

namespace {

/// 0..1 along half a cosine: level at both ends.
float eased(std::size_t index, std::size_t count) {
    return 0.5F - 0.5F * std::cos(std::numbers::pi_v<float> * static_cast<float>(index) /
                                  static_cast<float>(std::max<std::size_t>(count, 1)));
}

} // namespace

std::size_t samples_in(double seconds) {
    return static_cast<std::size_t>(std::lround(std::max(seconds, 0.0) * sample_rate_hz));
}

double duration_s(const Waveform& sound) { return static_cast<double>(sound.size()) / sample_rate_hz; }

float peak(const Waveform& sound) {
    float largest = 0;
    for (const float sample : sound) {
        largest = std::max(largest, std::fabs(sample));
    }
    return largest;
}

void set_peak(Waveform& sound, float level) {
    const float now = peak(sound);
    if (now > 0) {
        for (float& sample : sound) {
            sample *= level / now;
        }
    }
}

void fade_ends(Waveform& sound, double seconds) {
    const std::size_t count = std::min(samples_in(seconds), sound.size() / 2);
    for (std::size_t index = 0; index < count; ++index) {
        sound[index] *= eased(index, count);
        sound[sound.size() - 1 - index] *= eased(index, count);
    }
}

void close_loop(Waveform& sound, double seconds) {
    const std::size_t count = std::min(samples_in(seconds), sound.size() / 2);
    const std::size_t kept = sound.size() - count;
    for (std::size_t index = 0; index < count; ++index) {
        const float in = eased(index, count);
        // Equal power: what overlaps is noise, whose halves do not add up in phase.
        sound[index] = std::sqrt(in) * sound[index] + std::sqrt(1 - in) * sound[kept + index];
    }
    sound.resize(kept);
}

std::vector<short> to_pcm(const Waveform& sound) {
    std::vector<short> pcm(sound.size());
    std::ranges::transform(sound, pcm.begin(), [](float sample) {
        return static_cast<short>(std::lround(32767 * std::clamp(sample, -1.0F, 1.0F)));
    });
    return pcm;
}

} // namespace tactus::audio
