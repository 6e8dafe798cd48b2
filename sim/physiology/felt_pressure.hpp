#pragma once
/// From the pressure that the contact has to the pressure that the scale of discomfort reckons with.

#include "sim/contact/tool.hpp"

namespace tactus::physiology {

/// The 95th percentile as facts 5.7 means it, Pa. The facts take a tool's area as given, the patch under a
/// simulated tool grows with the force: of that growth only part relieves. Calibrated per tool so that the
/// table of 5.7 holds through the contact (`tactus-sim discomfort`). area_m2 > 0. Pure.
float felt_pressure_pa(contact::ToolKind tool, float p95_pa, float area_m2);

/// The area that the facts reckon a tool to touch, m2 (5.7, else the middle of 2.3's range); 0: they have
/// none. Pure.
float reckoned_area_m2(contact::ToolKind tool);

} // namespace tactus::physiology
