#pragma once
/// What a person can do with a tool.

#include "sim/contact/tool.hpp"

namespace tactus::hands {

/// Of hands_data.hpp, by tool.
struct ToolLimits {
    float force_n;       ///< along the approach axis, at most
    float travel_stop_m; ///< past the rest skin, where wrist, elbow or tissue ends the push
};

/// Pure.
ToolLimits tool_limits(contact::ToolKind tool);

} // namespace tactus::hands
