#pragma once

/// What a person may set about the screen; kept in config.toml by the app.

namespace tactus::ui {

struct Settings {
    int scale_percent = 100; ///< of everything drawn, 80..200
    bool high_contrast = false;
    bool reduced_motion = false; ///< no camera drift, no swelling rings
    bool left_handed = false;    ///< a run starts with the left hand

    friend bool operator==(const Settings&, const Settings&) = default;
};

} // namespace tactus::ui
