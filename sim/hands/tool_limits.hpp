#pragma once
/// What a person can do with a tool.

#include "sim/contact/tool.hpp"

#include <cstdint>

namespace tactus::hands {

/// Of hands_data.hpp, by tool.
struct ToolLimits {
    float force_n;       ///< along the approach axis, at most
    float travel_stop_m; ///< past the rest skin, where wrist, elbow or tissue ends the push
};

/// Pure.
ToolLimits tool_limits(contact::ToolKind tool);

/// How high the table stands: over a low one a person leans with more of the weight, at a high one only the
/// arms press.
enum class TableHeight : std::uint8_t { at_knuckles, low, high };

/// Of the force limit, with a tool that body weight can stand behind; 1 for the others. Pure.
float leaning_share(contact::ToolKind tool, TableHeight table);

} // namespace tactus::hands
