#include "sim/hands/tool_limits.hpp"

#include "sim/hands/hands_data.hpp"

namespace tactus::hands {

ToolLimits tool_limits(contact::ToolKind tool) {
    using contact::ToolKind;
    switch (tool) {
    case ToolKind::palm:
    case ToolKind::heel:
    case ToolKind::fist:
    case ToolKind::cupped_hand:
        return {palm_force_limit_n.f(), palm_travel_stop_m.f()};
    case ToolKind::reinforced_palm:
    case ToolKind::forearm:
        return {leaning_force_limit_n.f(), palm_travel_stop_m.f()};
    case ToolKind::elbow:
        return {leaning_force_limit_n.f(), elbow_travel_stop_m.f()};
    case ToolKind::knuckles:
        return {palm_force_limit_n.f(), elbow_travel_stop_m.f()};
    case ToolKind::fingertips:
    case ToolKind::ulnar_border:
        return {fingers_force_limit_n.f(), thumb_travel_stop_m.f()};
    case ToolKind::pincer:
        return {pincer_force_limit_n.f(), thumb_travel_stop_m.f()};
    case ToolKind::thumb:
    case ToolKind::stacked_thumbs:
        break;
    }
    return {thumb_force_limit_n.f(), thumb_travel_stop_m.f()};
}

float leaning_share(contact::ToolKind tool, TableHeight table) {
    if (tool_limits(tool).force_n < palm_force_limit_n.f()) {
        return 1;
    }
    switch (table) {
    case TableHeight::at_knuckles:
        break;
    case TableHeight::low:
        return low_table_share.f();
    case TableHeight::high:
        return high_table_share.f();
    }
    return 1;
}

} // namespace tactus::hands
