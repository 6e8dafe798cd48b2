#pragma once
/// A 260 degree dial: thick band = target, white needle, the figure in the middle, a word below.

#include "engine/ui/canvas.hpp"

#include <string>
#include <string_view>

namespace tactus::ui {

/// Where a value stands against a band; told by word, colour and the needle's shape together.
enum class BandState { idle, below, within, above };

struct GaugeBand {
    float low = 0;
    float high = 0;
};

struct GaugeReading {
    float value = 0;
    GaugeBand band;        ///< low == high == 0: no target
    float full_scale = 60; ///< value at the arc's end
    std::string_view unit = "N";
    bool idle = false; ///< nothing is measured: "no contact"
    float target = -1; ///< a small tick: what the student asks for; negative = none
};

BandState band_state(const GaugeReading& reading);

/// "no contact", "too light", "in range", "too hard"; "pressing" where there is no band.
std::string_view band_word(BandState state, bool banded);
Colour band_colour(const Theme& theme, BandState state);

/// Degrees of the arc for a value, clockwise from 3 o'clock: 140 at zero, 400 at full scale.
float gauge_angle_deg(float value, float full_scale);

/// A round full scale that leaves room above the band: 20, 40, 60, 100, 130, 200.
float gauge_full_scale(GaugeBand band);

void gauge(Canvas& canvas, Vec2 centre, float size, const GaugeReading& reading);

} // namespace tactus::ui
