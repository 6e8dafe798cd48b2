#pragma once
/// The beat that a step asks for, as clicks: an accented one a stroke, softer ones that count it out.

#include "engine/audio/waveform.hpp"
#include "sim/scoring/task.hpp"

#include <optional>

namespace tactus::audio {

struct Beat {
    double period_s = 1; ///< from accent to accent: one stroke, or one turn of the hand
    int ticks = 1;       ///< clicks in a period, the accent among them

    friend bool operator==(const Beat&, const Beat&) = default;
};

/// The middle of the pace that the task names; nullopt when it names none. A stroke that takes long is
/// counted out in ticks of about a second.
std::optional<Beat> beat_of(const scoring::Task& task);

/// Clicks a minute, the accents alone.
double beats_per_min(const Beat& beat);

inline constexpr double click_s = 0.045; ///< length of one click

/// One period, exactly as long as it is: to be played in a loop. The accent comes first.
Waveform metronome_loop(const Beat& beat);

} // namespace tactus::audio
