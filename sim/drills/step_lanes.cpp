#include "sim/drills/step_motion.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace tactus::drills {

namespace {

using contact::Side;
using contact::ToolKind;
using scoring::Direction;
using scoring::Zone;

constexpr Zone whole_back{.u_low = .12F, .u_high = .45F, .v_low = 0, .v_high = 1.1F};
constexpr float usual_speed_m_s = .10F;
constexpr float plateau_share = .85F; // of a stroke's time at its speed, were its ends not smooth
constexpr float quick_return_m_s = .18F;
constexpr float calm_return = 1.15F; // times the fastest stroke asked for: a spastic muscle catches at 8 cm/s

/// How wide a lane a tool covers, metres.
float lane_width_m(ToolKind tool) {
    switch (tool) {
    case ToolKind::palm:
    case ToolKind::reinforced_palm:
    case ToolKind::forearm:
        return .085F;
    case ToolKind::fist:
    case ToolKind::heel:
    case ToolKind::knuckles:
    case ToolKind::fingertips:
        return .05F;
    default:
        return .025F;
    }
}

/// A tool that the other hand helps to press, or that a person leads one at a time.
bool takes_both_arms(ToolKind tool) {
    return tool == ToolKind::reinforced_palm || tool == ToolKind::stacked_thumbs ||
           tool == ToolKind::forearm || tool == ToolKind::elbow;
}

/// Lanes side by side over the zone's width, in |u|.
std::vector<float> lanes_across(const scoring::Task& task, const Zone& zone, const BodyScale& scale) {
    if (task.line_u) {
        return {*task.line_u};
    }
    const float width_u = lane_width_m(tool_of(task)) / scale.across_m;
    const float zone_u = zone.u_high - zone.u_low;
    const bool cover = task.dose_min_pa_s > 0;
    const int count = cover ? std::max(1, static_cast<int>(std::ceil(zone_u / width_u - 0.25F))) : 1;
    std::vector<float> lanes(static_cast<std::size_t>(count));
    for (std::size_t k = 0; k < lanes.size(); ++k) {
        lanes[k] = zone.u_low + zone_u * (static_cast<float>(k) + .5F) / static_cast<float>(count);
    }
    return lanes;
}

/// A stroke ends where the middle of the hand is, half a hand inside the zone.
float inset_v(ToolKind tool, const BodyScale& scale) {
    return (contact::broad(tool) ? .02F : .01F) / scale.along_m;
}

/// A whole number of strokes into the time: a step is worked at to its end. The pace gives by a sixth at
/// most.
void fill(Performer::Lanes& lanes) {
    const double time_s = lanes.end_s - lanes.begin_s;
    const double cycle_s = lanes.up_s + lanes.back_s;
    const double strokes = std::max(1.0, std::round((time_s + lanes.back_s) / cycle_s));
    const double pace = std::clamp(time_s / (strokes * cycle_s - lanes.back_s), 1 / 1.17, 1.17);
    lanes.up_s *= pace;
    lanes.back_s *= pace;
}

} // namespace

float middle(const scoring::Band& band) {
    return band.low > 0 ? static_cast<float>(math::sqrt(band.low * band.high)) : 0.5F * band.high;
}

contact::ToolKind tool_of(const scoring::Task& task) {
    if (!task.tools.empty()) {
        return task.tools.front();
    }
    switch (scoring::work_of(task)) {
    case scoring::Work::search:
    case scoring::Work::hold:
        return task.trigger_point ? ToolKind::thumb : ToolKind::palm;
    case scoring::Work::palpate:
        return ToolKind::thumb;
    default:
        return ToolKind::palm;
    }
}

float oil_of(const scoring::Task& task) {
    const bool wet = task.products.empty() || task.products.front() != contact::Product::dry;
    return wet ? .5F : 0.0F;
}

Performer::Lanes lanes_of(const scoring::Task& task, const BodyScale& scale, StepTime when) {
    const Zone zone = task.zone.value_or(whole_back);
    const ToolKind tool = tool_of(task);
    const bool both = zone.sides == Zone::Sides::both && !takes_both_arms(tool);
    const float inset = inset_v(tool, scale);
    Performer::Lanes lanes{.begin_s = when.begin_s,
                           .end_s = when.end_s,
                           .hands = both ? std::vector{Side::left, Side::right} : std::vector{Side::right},
                           .lane_u = lanes_across(task, zone, scale),
                           .v_from = zone.v_high - inset,
                           .v_to = zone.v_low + inset,
                           .flank_u = contact::broad(tool) ? .15F : 0,
                           .tool = tool,
                           .oil = oil_of(task)};
    if (task.direction == Direction::caudad) {
        std::swap(lanes.v_from, lanes.v_to);
    }
    if (zone.sides == Zone::Sides::left) {
        std::ranges::transform(lanes.lane_u, lanes.lane_u.begin(), std::negate{});
    } else if (zone.sides == Zone::Sides::both && !both) { // one side, then the other
        const std::size_t lanes_a_side = lanes.lane_u.size();
        for (std::size_t k = 0; k < lanes_a_side; ++k) {
            lanes.lane_u.push_back(-lanes.lane_u[k]);
        }
    }
    const float way_m = std::fabs(lanes.v_from - lanes.v_to) * scale.along_m;
    const float speed_m_s = task.speed_m_s ? middle(*task.speed_m_s) : usual_speed_m_s;
    lanes.up_s = way_m / (plateau_share * speed_m_s);
    lanes.back_s = std::max(static_cast<double>(way_m / quick_return_m_s), std::min(.6 * lanes.up_s, 2.5));
    if (task.tone_drop > 0 && task.speed_m_s) {
        lanes.back_s = way_m / (plateau_share * calm_return * task.speed_m_s->high);
    }
    if (task.strokes_per_min) {
        lanes.back_s = std::max(lanes.back_s * .7,
                                60.0 / static_cast<double>(middle(*task.strokes_per_min)) - lanes.up_s);
    }
    fill(lanes);
    return lanes;
}

} // namespace tactus::drills
