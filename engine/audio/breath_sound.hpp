#pragma once
/// The client's breath: a rush of air as loud as the ribs move fast, brighter on the way in. A held breath is
/// silence.

#include "engine/audio/waveform.hpp"

namespace tactus::audio {

/// Air without a pitch, to be played in a loop.
Waveform breath_loop();

struct BreathLevels {
    float level = 0; ///< 0..1
    float pitch = 1;
};

/// rate_per_s: rise of the ribs, in shares of a whole breath a second; negative on the way out.
BreathLevels breath_for(float rate_per_s);

} // namespace tactus::audio
