#include "engine/audio/pressure_tone.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace tactus::audio {

namespace {

constexpr double tone_loop_s = 1; ///< holds whole periods of every partial below

/// Loudness in band, and the loudest, which is reached at twice or half of the band's edge.
constexpr float in_band = 0.10F;
constexpr float far_off = 1.0F;

struct Partial {
    double ratio; ///< times tone_hz; ratio * tone_hz is a whole number, so that the loop closes
    double level;
};

template <class Partials> Waveform sum_of(const Partials& partials) {
    Waveform sound(samples_in(tone_loop_s));
    for (std::size_t index = 0; index < sound.size(); ++index) {
        const double turns = tone_hz * static_cast<double>(index) / sample_rate_hz;
        double sum = 0;
        for (const Partial& partial : partials) {
            sum += partial.level * std::sin(2 * std::numbers::pi * partial.ratio * turns);
        }
        sound[index] = static_cast<float>(sum);
    }
    set_peak(sound, 1);
    return sound;
}

} // namespace

Waveform smooth_tone_loop() { return sum_of(std::to_array<Partial>({{1, 1}, {2, 0.18}, {3, 0.05}})); }

Waveform rough_tone_loop() {
    // Pairs 11 Hz apart beat as a rasp that cannot be taken for the soft tone at any pitch.
    return sum_of(std::to_array<Partial>({{1, 1}, {1.05, 0.8}, {3, 0.4}, {3.05, 0.35}, {5, 0.2}}));
}

ToneLevels tone_for(const ui::GaugeReading& reading) {
    const ui::BandState state = ui::band_state(reading);
    if (state == ui::BandState::idle || reading.band.high <= 0) {
        return {};
    }
    const double low = std::max(reading.band.low, 0.5F);
    const double high = std::max<double>(reading.band.high, low * 1.01);
    const double force = std::max(reading.value, 0.05F);
    // Forces are felt by their ratio: half and double lie as far away.
    const double octaves = std::clamp(std::log2(force / std::sqrt(low * high)), -1.5, 1.5);
    ToneLevels levels{.pitch = static_cast<float>(std::exp2(0.67 * octaves))};
    const double off = state == ui::BandState::below   ? std::log2(low / force)
                       : state == ui::BandState::above ? std::log2(force / high)
                                                       : 0;
    const float level = in_band + (far_off - in_band) * static_cast<float>(std::clamp(off, 0.0, 1.0));
    if (state == ui::BandState::above) {
        // The rasp comes in at the edge itself: the first newton too many is heard.
        levels.rough = std::max(level, 0.35F);
    } else {
        levels.smooth = level;
    }
    return levels;
}

ToneLevels tone_of_band_only(const ui::GaugeReading& reading) {
    const ToneLevels full = tone_for(reading);
    if (full == ToneLevels{}) {
        return full;
    }
    return ui::band_state(reading) == ui::BandState::within ? ToneLevels{.smooth = in_band}
                                                            : ToneLevels{.rough = 0.5F};
}

} // namespace tactus::audio
