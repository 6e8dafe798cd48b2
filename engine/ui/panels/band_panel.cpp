#include "engine/ui/panels/band_panel.hpp"

#include "engine/ui/widgets/panel.hpp"

namespace tactus::ui {

std::string_view in_or_out(const GaugeReading& reading) {
    const BandState state = band_state(reading);
    if (state == BandState::idle) {
        return "No contact";
    }
    return state == BandState::within ? "In" : "Out";
}

Rect draw_band_panel(Canvas& canvas, const RunView& view, PressurePanel& state, Vec2 at) {
    const GaugeReading reading = pressure_reading(view, state);
    if (reading.band.high <= 0) {
        return {at.x, at.y, 0, 0};
    }
    const Theme& theme = canvas.theme();
    const Rect rect = canvas.placed({at.x, at.y, 232, 92});
    panel(canvas, rect);
    canvas.text({rect.x + padding, rect.y + 13}, Face::body_strong, theme.text, "Pressure");
    const std::string_view word = in_or_out(reading);
    const Vec2 sign(rect.x + padding + 11, rect.y + 61);
    // A full disc, a ring, a faint ring: the shape says it without its colour.
    if (word == "In") {
        canvas.dot(sign, 11, theme.teal);
    } else {
        canvas.ring(sign, 10, word == "Out" ? theme.amber : theme.text_third, 3);
    }
    canvas.text({sign.x + 26, rect.y + 43}, Face::card_title, theme.text, word);
    return rect;
}

} // namespace tactus::ui
