#pragma once
/// The pages on which a device is calibrated, worked from that device: presses or weights to newtons, taps to
/// latency.

#include "engine/devices/calibration/press_curve.hpp"
#include "engine/devices/calibration/scale_line.hpp"
#include "engine/devices/calibration/tap_latency.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <array>
#include <string>

namespace tactus::ui {

/// What came of it so far, for the foot of each page.
struct CalibrationEnd {
    bool done = false;
    bool kept = false;   ///< the new values hold; else the ones before
    std::string refused; ///< why they cannot be kept; empty = they can
};

struct PressPageView {
    std::string device;
    const devices::PressCalibration& presses;
    float press_now = 0; ///< 0..1
    CalibrationEnd end;
};

struct ScalePageView {
    std::string device;
    const devices::ScaleCalibration& scale;
    std::array<double, 2> weights_kg;
    double reading_now = 0;
    bool can_tare = false; ///< the zero is there and may be kept alone
    CalibrationEnd end;
};

struct LatencyPageView {
    std::string device;
    const devices::TapLatency& taps;
    float approach = 0; ///< 0..1 of the way to the next cue
    bool still = false; ///< reduced motion: a bar fills instead of a ring that shrinks
    CalibrationEnd end;
};

void draw_press_page(Canvas& canvas, Interaction& interaction, const PressPageView& view, Commands& ask);
void draw_scale_page(Canvas& canvas, Interaction& interaction, const ScalePageView& view, Commands& ask);
void draw_latency_page(Canvas& canvas, Interaction& interaction, const LatencyPageView& view, Commands& ask);

} // namespace tactus::ui
