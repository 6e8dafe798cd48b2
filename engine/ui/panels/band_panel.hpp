#pragma once
/// Only whether the force is where it should be: in or out, no needle and no figure (facts 8.3, band only).

#include "engine/ui/panels/pressure_panel.hpp"

namespace tactus::ui {

/// Nothing where the step asks for no force.
Rect draw_band_panel(Canvas& canvas, const RunView& view, PressurePanel& state, Vec2 at);

/// "In", "Out" or "No contact".
std::string_view in_or_out(const GaugeReading& reading);

} // namespace tactus::ui
