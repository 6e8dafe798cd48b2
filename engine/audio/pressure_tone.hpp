#pragma once
/// The force of the hand as a tone: lower where it is too light, higher and rougher where it is too hard,
/// quiet while it is right. Pitch, roughness and loudness each tell it, so none of them alone must be heard.

#include "engine/audio/waveform.hpp"
#include "engine/ui/widgets/gauge.hpp"

namespace tactus::audio {

inline constexpr double tone_hz = 220; ///< in the middle of the band

/// Whole periods of a soft tone and of one that beats; to be played in a loop.
Waveform smooth_tone_loop();
Waveform rough_tone_loop();

struct ToneLevels {
    float smooth = 0; ///< loudness 0..1 of the soft tone
    float rough = 0;  ///< and of the rough one
    float pitch = 1;  ///< of both, as a factor on tone_hz

    friend bool operator==(const ToneLevels&, const ToneLevels&) = default;
};

/// How a reading sounds. Silent without contact or without a band.
ToneLevels tone_for(const ui::GaugeReading& reading);

/// The same for feedback that says "in" or "out" and no more: one rough note for either side.
ToneLevels tone_of_band_only(const ui::GaugeReading& reading);

} // namespace tactus::audio
