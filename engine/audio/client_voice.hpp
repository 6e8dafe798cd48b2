#pragma once
/// Short sounds of a client's voice, made by source and filter: pulses of the vocal folds through the
/// resonances of a throat. No words: those stand on the screen.

#include "engine/audio/waveform.hpp"
#include "sim/anatomy/body.hpp"

#include <string_view>

namespace tactus::audio {

/// What a voice is made of.
struct Throat {
    double pitch_hz = 120;
    double formants = 1;      ///< factor on the resonances: a shorter throat rings higher
    double breathiness = 0.1; ///< share of air in the voice
};

/// By sex and age: a man's voice rises in old age, a woman's falls.
Throat throat_of(const anatomy::BodyParameters& body);

enum class Vocal {
    hum,  ///< "mm": said in passing, an answer
    good, ///< "mm-hm", rising: that is it
    sigh, ///< "haa": letting go
    ow,   ///< it hurts
    gasp, ///< startled
};

/// The sound that goes with a phrase of assets/phrases.
Vocal vocal_of(std::string_view phrase);

/// As a caption has it: "mm", "ow!".
std::string_view vocal_words(Vocal vocal);

/// The same every time.
Waveform utter(Vocal vocal, const Throat& throat);

} // namespace tactus::audio
