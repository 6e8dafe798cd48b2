#include "engine/audio/client_voice.hpp"

#include "engine/audio/noise.hpp"
#include "engine/audio/resonator.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace tactus::audio {

namespace {

/// Three resonances, Hz, of a man's throat (Peterson and Barney 1952, recalled); the widths are a design
/// value.
using Formants = std::array<double, 3>;

constexpr Formants open_a{730, 1090, 2440};
constexpr Formants dark_u{440, 1020, 2240};
constexpr Formants neutral{500, 1500, 2500};
constexpr Formants closed_m{270, 1000, 2200};
constexpr Formants widths_hz{80, 110, 170};

/// How a sound stands at a share 0..1 of its length; between two of them everything runs straight.
struct Moment {
    double at;
    double pitch; ///< factor on the throat's own
    double voice; ///< loudness of the folds
    double air;   ///< and of the breath
    Formants formants;
};

struct Gesture {
    double length_s;
    float level; ///< peak
    std::span<const Moment> moments;
};

constexpr std::array hum_moments{Moment{0, 1.00, 0.0, 0.0, closed_m}, Moment{0.15, 1.03, 1.0, 0.0, closed_m},
                                 Moment{0.7, 0.98, 0.9, 0.0, closed_m}, Moment{1, 0.93, 0.0, 0.0, closed_m}};

constexpr std::array good_moments{
    Moment{0, 0.95, 0.0, 0.0, closed_m},    Moment{0.12, 0.95, 0.9, 0.0, closed_m},
    Moment{0.40, 0.92, 0.8, 0.0, closed_m}, Moment{0.48, 1.05, 0.1, 0.3, closed_m},
    Moment{0.58, 1.18, 1.0, 0.0, closed_m}, Moment{1, 1.25, 0.0, 0.0, closed_m}};

constexpr std::array sigh_moments{Moment{0, 1.15, 0.0, 0.02, open_a}, Moment{0.12, 1.12, 0.7, 0.6, open_a},
                                  Moment{0.5, 0.9, 0.4, 0.8, neutral}, Moment{1, 0.75, 0.0, 0.0, neutral}};

constexpr std::array ow_moments{Moment{0, 1.10, 0.0, 0.1, open_a}, Moment{0.08, 1.30, 1.0, 0.1, open_a},
                                Moment{0.40, 1.35, 1.0, 0.1, open_a}, Moment{0.75, 1.05, 0.8, 0.1, dark_u},
                                Moment{1, 0.90, 0.0, 0.0, dark_u}};

constexpr std::array gasp_moments{Moment{0, 1.2, 0.0, 0.0, neutral}, Moment{0.35, 1.3, 0.0, 1.0, neutral},
                                  Moment{0.7, 1.3, 0.15, 0.7, open_a}, Moment{1, 1.2, 0.0, 0.0, open_a}};

Gesture gesture_of(Vocal vocal) {
    switch (vocal) {
    case Vocal::hum:
        return {0.45, 0.6F, hum_moments};
    case Vocal::good:
        return {0.70, 0.65F, good_moments};
    case Vocal::sigh:
        return {1.10, 0.6F, sigh_moments};
    case Vocal::ow:
        return {0.55, 0.9F, ow_moments};
    case Vocal::gasp:
        break;
    }
    return {0.40, 0.7F, gasp_moments};
}

Moment moment_at(std::span<const Moment> moments, double at) {
    const auto next = std::ranges::find_if(moments, [&](const Moment& moment) { return moment.at >= at; });
    if (next == moments.begin() || next == moments.end()) {
        return next == moments.end() ? moments.back() : moments.front();
    }
    const Moment& before = *(next - 1);
    const double share = (at - before.at) / (next->at - before.at);
    const auto between = [&](double from, double to) { return from + share * (to - from); };
    Moment made{at,
                between(before.pitch, next->pitch),
                between(before.voice, next->voice),
                between(before.air, next->air),
                {}};
    for (std::size_t index = 0; index < made.formants.size(); ++index) {
        made.formants[index] = between(before.formants[index], next->formants[index]);
    }
    return made;
}

/// Flow through the folds over one period 0..1: opens slowly, shuts fast (Rosenberg 1971, recalled).
double flow(double phase) {
    constexpr double opening = 0.40;
    constexpr double closing = 0.16;
    if (phase < opening) {
        return 0.5 - 0.5 * std::cos(std::numbers::pi * phase / opening);
    }
    return phase < opening + closing ? std::cos(std::numbers::pi / 2 * (phase - opening) / closing) : 0;
}

} // namespace

Throat throat_of(const anatomy::BodyParameters& body) {
    const double years = body.age_years;
    const bool man = body.sex == anatomy::Sex::male;
    // Design values after the usual means of speech: 120 and 210 Hz, drawing together after fifty.
    const double old = std::clamp((years - 50) / 30, 0.0, 1.0);
    return {.pitch_hz = man ? 118 + 30 * old : 208 - 30 * old,
            .formants =
                (man ? 1.0 : 1.16) * 1.76 / std::clamp<double>(body.stature_m * (man ? 1 : 1.07), 1.5, 2.1),
            .breathiness = 0.06 + 0.12 * old};
}

Vocal vocal_of(std::string_view phrase) {
    if (phrase == "stop_word" || phrase == "too_much" || phrase == "on_the_bone" ||
        phrase == "answer_too_much") {
        return Vocal::ow;
    }
    if (phrase == "not_so_sudden") {
        return Vocal::gasp;
    }
    if (phrase == "released" || phrase == "relaxed") {
        return Vocal::sigh;
    }
    return phrase == "that_is_the_spot" || phrase == "easing" || phrase == "hurts_good" ||
                   phrase == "answer_good"
               ? Vocal::good
               : Vocal::hum;
}

std::string_view vocal_words(Vocal vocal) {
    switch (vocal) {
    case Vocal::hum:
        return "mm";
    case Vocal::good:
        return "mm-hm";
    case Vocal::sigh:
        return "sighs";
    case Vocal::ow:
        return "ow!";
    case Vocal::gasp:
        break;
    }
    return "gasps";
}

Waveform utter(Vocal vocal, const Throat& throat) {
    constexpr std::size_t tuning_step = 64; ///< samples between two settings of the filters: 1.5 ms
    const Gesture gesture = gesture_of(vocal);
    Waveform sound(samples_in(gesture.length_s));
    std::array<Resonator, 3> resonators;
    Noise noise(7 + static_cast<std::uint32_t>(vocal));
    double phase = 0;
    double last_flow = 0;
    Moment now{};
    for (std::size_t index = 0; index < sound.size(); ++index) {
        if (index % tuning_step == 0) {
            now = moment_at(gesture.moments, static_cast<double>(index) / static_cast<double>(sound.size()));
            for (std::size_t formant = 0; formant < resonators.size(); ++formant) {
                resonators[formant].tune(now.formants[formant] * throat.formants, widths_hz[formant]);
            }
        }
        phase += throat.pitch_hz * now.pitch / sample_rate_hz;
        phase -= std::floor(phase);
        // The lips radiate changes of the flow.
        const double opened = flow(phase);
        const double voiced = 20 * (opened - last_flow);
        last_flow = opened;
        double heard = now.voice * (1 - throat.breathiness) * voiced +
                       (0.25 * now.air + throat.breathiness * now.voice * 0.2) * noise.next();
        for (Resonator& resonator : resonators) {
            heard = resonator.pass(heard);
        }
        sound[index] = static_cast<float>(heard);
    }
    fade_ends(sound, 0.02);
    set_peak(sound, gesture.level);
    return sound;
}

} // namespace tactus::audio
