#pragma once
/// A sound as numbers: mono samples in -1..1. What every sound of the program is made of; nothing is
/// recorded.

#include <vector>

namespace tactus::audio {

inline constexpr int sample_rate_hz = 44100;

using Waveform = std::vector<float>;

/// The number of samples that last so long.
std::size_t samples_in(double seconds);

/// Length, seconds.
double duration_s(const Waveform& sound);

/// Largest magnitude; 0 of an empty one.
float peak(const Waveform& sound);

/// Scales so that the largest magnitude is `level`. Silence stays silence.
void set_peak(Waveform& sound, float level);

/// Both ends rise from and fall to 0 over `seconds`, so that neither clicks.
void fade_ends(Waveform& sound, double seconds);

/// A loop without a seam: the last `seconds` are laid over the first, and the sound is shorter by them.
void close_loop(Waveform& sound, double seconds);

/// What the sound card takes: 16 bits a sample, limited to the full scale.
std::vector<short> to_pcm(const Waveform& sound);

} // namespace tactus::audio
