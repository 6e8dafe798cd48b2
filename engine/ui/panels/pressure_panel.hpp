#pragma once
/// The force of the leading hand against what the step asks, with mean pressure, depth and the force target;
/// of a hand that pulls a bone, how far that has gone.

#include "engine/ui/canvas.hpp"
#include "engine/ui/run_view.hpp"
#include "engine/ui/widgets/gauge.hpp"

namespace tactus::ui {

/// Which way the hand has been going lately, along the spine: the light return has its own band.
struct PressurePanel {
    double last_s = -1;
    float last_v = 0;
    float along_m_s = 0;
};

/// The reading that the dial shows.
GaugeReading pressure_reading(const RunView& view, PressurePanel& state);

/// Above `floor`: figures under the dial that would reach beyond it are left out.
Rect draw_pressure_panel(Canvas& canvas, const RunView& view, PressurePanel& state, Vec2 at, float floor);

} // namespace tactus::ui
