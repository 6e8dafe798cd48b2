#include "engine/audio/metronome.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tactus::audio {

namespace {

/// A stroke longer than this is counted out, since nobody keeps six seconds of silence in mind.
constexpr double longest_silence_s = 2;

constexpr double accent_hz = 1320;
constexpr double tick_hz = 880;

/// A struck wooden bar: two partials that die away, and ends at 0.
void add_click(Waveform& sound, std::size_t at, double pitch_hz, float level) {
    Waveform click(samples_in(click_s));
    for (std::size_t index = 0; index < click.size(); ++index) {
        const double t_s = static_cast<double>(index) / sample_rate_hz;
        const double phase = 2 * std::numbers::pi * pitch_hz * t_s;
        click[index] =
            static_cast<float>(std::exp(-t_s / 0.009) *
                               (std::sin(phase) + 0.4 * std::exp(-t_s / 0.004) * std::sin(2.76 * phase)));
    }
    fade_ends(click, 0.001);
    set_peak(click, level);
    for (std::size_t index = 0; index < click.size() && at + index < sound.size(); ++index) {
        sound[at + index] += click[index];
    }
}

} // namespace

std::optional<Beat> beat_of(const scoring::Task& task) {
    double period_s = 0;
    if (task.beat_hz) {
        period_s = 2.0 / (task.beat_hz->low + task.beat_hz->high);
    } else if (task.strokes_per_min) {
        period_s = 2 * 60.0 / (task.strokes_per_min->low + task.strokes_per_min->high);
    }
    if (period_s <= 0) {
        return std::nullopt;
    }
    const bool counted = period_s > longest_silence_s;
    return Beat{.period_s = period_s, .ticks = counted ? static_cast<int>(std::lround(period_s)) : 1};
}

double beats_per_min(const Beat& beat) { return 60 / beat.period_s; }

Waveform metronome_loop(const Beat& beat) {
    Waveform sound(std::max<std::size_t>(samples_in(beat.period_s), 1), 0.0F);
    for (int tick = 0; tick < beat.ticks; ++tick) {
        const std::size_t at = samples_in(beat.period_s * tick / beat.ticks);
        add_click(sound, at, tick == 0 ? accent_hz : tick_hz, tick == 0 ? 1.0F : 0.4F);
    }
    return sound;
}

} // namespace tactus::audio
