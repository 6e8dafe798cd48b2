#pragma once
/// How the tests listen: pitch, loudness and onsets of a waveform.

#include "engine/audio/waveform.hpp"

#include <cmath>
#include <span>
#include <vector>

namespace tactus::tests {

/// Root mean square.
inline double loudness(std::span<const float> sound) {
    double sum = 0;
    for (const float sample : sound) {
        sum += static_cast<double>(sample) * sample;
    }
    return sound.empty() ? 0 : std::sqrt(sum / static_cast<double>(sound.size()));
}

/// The pitch between two bounds, Hz, from the largest autocorrelation at a lag: the shortest lag that comes
/// within 5 % of it, since every multiple of a period fits as well.
inline double pitch_hz(std::span<const float> sound, double low_hz, double high_hz) {
    const auto shortest = static_cast<std::size_t>(audio::sample_rate_hz / high_hz);
    const auto longest = static_cast<std::size_t>(audio::sample_rate_hz / low_hz);
    std::vector<double> likeness(longest + 1, 0.0);
    double best = 0;
    for (std::size_t lag = shortest; lag <= longest; ++lag) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (std::size_t index = 0; index + lag < sound.size(); ++index) {
            both += static_cast<double>(sound[index]) * sound[index + lag];
            first += static_cast<double>(sound[index]) * sound[index];
            second += static_cast<double>(sound[index + lag]) * sound[index + lag];
        }
        likeness[lag] = both / std::sqrt(std::max(first * second, 1e-30));
        best = std::max(best, likeness[lag]);
    }
    for (std::size_t lag = shortest + 1; lag < longest; ++lag) {
        if (likeness[lag] > 0.95 * best && likeness[lag] >= likeness[lag - 1] &&
            likeness[lag] >= likeness[lag + 1]) {
            return static_cast<double>(audio::sample_rate_hz) / static_cast<double>(lag);
        }
    }
    return 0;
}

/// Largest step from one sample to the next: a click is a large one.
inline float largest_step(std::span<const float> sound) {
    float largest = 0;
    for (std::size_t index = 1; index < sound.size(); ++index) {
        largest = std::max(largest, std::fabs(sound[index] - sound[index - 1]));
    }
    return largest;
}

/// Times, seconds, at which the sound first passes `level` after having been under it for `quiet_s`.
inline std::vector<double> onsets_s(std::span<const float> sound, float level, double quiet_s,
                                    int rate_hz = audio::sample_rate_hz) {
    std::vector<double> found;
    double last_loud_s = -1e9;
    for (std::size_t index = 0; index < sound.size(); ++index) {
        if (std::fabs(sound[index]) >= level) {
            const double now_s = static_cast<double>(index) / rate_hz;
            if (now_s - last_loud_s > quiet_s) {
                found.push_back(now_s);
            }
            last_loud_s = now_s;
        }
    }
    return found;
}

} // namespace tactus::tests
