#include "engine/ui/widgets/gauge.hpp"

#include "engine/ui/widgets/figures.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::ui {

namespace {

constexpr float first_deg = 140;
constexpr float sweep_deg = 260;

Vec2 on_circle(Vec2 centre, float size, float deg) {
    return centre + size * Vec2(std::cos(deg * degrees_to_radians), std::sin(deg * degrees_to_radians));
}

bool has_band(const GaugeReading& reading) { return reading.band.high > reading.band.low; }

/// Out of range the needle grows a triangle that points back to the band.
void needle(Canvas& canvas, Vec2 centre, float size, float deg, BandState state) {
    const Theme& theme = canvas.theme();
    canvas.line(on_circle(centre, size - 20, deg), on_circle(centre, size + 8, deg), theme.text, 4);
    if (state == BandState::below || state == BandState::above) {
        const float toward = state == BandState::below ? 1.0F : -1.0F;
        canvas.triangle(on_circle(centre, size - 9, deg + toward * 3),
                        on_circle(centre, size + 9, deg + toward * 3),
                        on_circle(centre, size, deg + toward * 13), band_colour(theme, state));
    }
}

} // namespace

BandState band_state(const GaugeReading& reading) {
    if (reading.idle) {
        return BandState::idle;
    }
    if (!has_band(reading)) {
        return BandState::within;
    }
    return reading.value < reading.band.low    ? BandState::below
           : reading.value > reading.band.high ? BandState::above
                                               : BandState::within;
}

std::string_view band_word(BandState state, bool banded) {
    switch (state) {
    case BandState::idle:
        return "no contact";
    case BandState::below:
        return "too light";
    case BandState::above:
        return "too hard";
    case BandState::within:
        break;
    }
    return banded ? "in range" : "pressing";
}

Colour band_colour(const Theme& theme, BandState state) {
    switch (state) {
    case BandState::idle:
        return theme.text_second;
    case BandState::below:
        return theme.blue;
    case BandState::above:
        return theme.orange;
    case BandState::within:
        break;
    }
    return theme.teal;
}

float gauge_angle_deg(float value, float full_scale) {
    return first_deg + sweep_deg * std::clamp(value / full_scale, 0.0F, 1.0F);
}

float gauge_full_scale(GaugeBand band) {
    for (const float scale : {20.0F, 40.0F, 60.0F, 80.0F, 100.0F, 130.0F}) {
        if (band.high <= 0.75F * scale) {
            return band.high > 0 ? scale : 60.0F;
        }
    }
    return 200;
}

void gauge(Canvas& canvas, Vec2 centre, float size, const GaugeReading& reading) {
    const Theme& theme = canvas.theme();
    const BandState state = band_state(reading);
    canvas.arc(centre, size, {first_deg, first_deg + sweep_deg}, theme.track, 9);
    if (has_band(reading)) {
        const float from = gauge_angle_deg(reading.band.low, reading.full_scale);
        const float to = gauge_angle_deg(reading.band.high, reading.full_scale);
        canvas.arc(centre, size, {from, to}, theme.teal.at(0.55F), 9);
        canvas.arc(centre, size - 9, {from, to}, theme.teal, 2);
    }
    if (reading.target >= 0) {
        const float deg = gauge_angle_deg(reading.target, reading.full_scale);
        canvas.line(on_circle(centre, size + 6, deg), on_circle(centre, size + 12, deg), theme.text_second,
                    2);
    }
    needle(canvas, centre, size, gauge_angle_deg(reading.value, reading.full_scale), state);
    canvas.text({centre.x, centre.y - 34}, Face::figure, theme.text, rounded(reading.value), Align::centre);
    canvas.text({centre.x, centre.y + 12}, Face::body, theme.text_second, reading.unit, Align::centre);
    canvas.text({centre.x, centre.y + size * 0.78F - 9}, Face::body_strong, band_colour(theme, state),
                band_word(state, has_band(reading)), Align::centre);
}

} // namespace tactus::ui
