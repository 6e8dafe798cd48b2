#pragma once

#include "engine/devices/key_map.hpp"

/// What a person may set about screen, sound and hand; kept in config.toml by the app.

namespace tactus::ui {

/// Loudness of each kind of sound, per cent.
struct SoundSettings {
    bool muted = false;
    int metronome = 70;
    int tone = 50;   ///< of the pressure
    int breath = 50; ///< of the client
    int voice = 80;
    bool captions = true; ///< what sounds is also written, whether it is heard or not

    friend bool operator==(const SoundSettings&, const SoundSettings&) = default;
};

struct Settings {
    int scale_percent = 100; ///< of everything drawn, 80..200
    bool high_contrast = false;
    bool reduced_motion = false; ///< no camera drift, no swelling rings
    bool left_handed = false;    ///< a run starts with the left hand
    bool sticky_press = false;   ///< a press touches until the next one, instead of as long as it is held
    bool one_hand = false;       ///< Shift, Ctrl and the key that lifts need not be held
    int dwell_ms = 0;            ///< the pointer presses by resting so long; 0 = it does not
    devices::KeyMap keys;
    SoundSettings sound;

    /// The hand is moved in a way that makes some things easier: a grade must say so.
    [[nodiscard]] bool aided_press() const { return sticky_press || dwell_ms > 0; }

    friend bool operator==(const Settings&, const Settings&) = default;
};

} // namespace tactus::ui
