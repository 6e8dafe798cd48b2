#include "engine/audio/breath_sound.hpp"

#include "engine/audio/noise.hpp"
#include "engine/audio/resonator.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::audio {

namespace {

constexpr double breath_loop_s = 2.6;
constexpr double seam_s = 0.6;

/// A quiet breath of 15 a minute moves the ribs by 0.8 a second at its fastest.
constexpr float usual_rate_per_s = 0.8F;

} // namespace

Waveform breath_loop() {
    Waveform sound(samples_in(breath_loop_s));
    Noise noise(20261129);
    Resonator nose;
    Resonator mouth;
    nose.tune(520, 500);
    mouth.tune(1500, 900);
    for (float& sample : sound) {
        const float air = noise.next();
        sample = static_cast<float>(nose.pass(air) + 0.5 * mouth.pass(air));
    }
    close_loop(sound, seam_s);
    set_peak(sound, 1);
    return sound;
}

BreathLevels breath_for(float rate_per_s) {
    const float strength = std::fabs(rate_per_s) / usual_rate_per_s;
    const float level = strength < 0.1F ? 0.0F : std::clamp(0.8F * strength, 0.0F, 1.0F);
    return {.level = level, .pitch = rate_per_s >= 0 ? 1.25F : 0.85F};
}

} // namespace tactus::audio
