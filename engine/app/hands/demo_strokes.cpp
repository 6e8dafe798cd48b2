#include "engine/app/hands/demo_strokes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tactus::app {

namespace {

/// Where strokes run when the step names no zone: beside the spine, from the loin to the shoulders.
constexpr scoring::Zone whole_back{.u_low = 0.14F, .u_high = 0.40F, .v_low = 0.12F, .v_high = 1.05F};

constexpr scoring::Band usual_force_n{20, 35};
constexpr scoring::Band usual_speed_m_s{0.10F, 0.16F};
constexpr float entry_s = 1.2F; ///< to load and to unload a hand
constexpr float turn_s = 0.5F;  ///< light turn at either end
constexpr float oil = 0.6F;
constexpr float palm_half_length_v = 0.12F;
constexpr float palm_half_breadth_u = 0.29F;
constexpr float stagger_v = 0.05F;      ///< one hand goes before the other, or their thumbs would meet
constexpr float thumb_heading_deg = 60; ///< toward the spine, so that the forearm does not hide the thumb

float eased(float t) {
    const float s = std::clamp(t, 0.0F, 1.0F);
    return s * s * (3 - 2 * s);
}

float middle(const scoring::Band& band) { return std::sqrt(std::max(band.low, 1.0F) * band.high); }

hands::HandInput hand_at(float u, float v, float force_n) {
    return {.tool = contact::ToolKind::palm, .u = u, .v = v, .force_n = force_n, .oil = oil};
}

} // namespace

DemoStrokes::DemoStrokes(drills::Drill drill, std::shared_ptr<const anatomy::Anatomy> anatomy)
    : drill_(std::move(drill)), anatomy_(std::move(anatomy)) {}

session::InputFrame DemoStrokes::next(double t_s) {
    double begin_s = 0;
    const drills::Step* step = &drill_.steps.back();
    for (const drills::Step& candidate : drill_.steps) {
        if (t_s < begin_s + candidate.duration_s) {
            step = &candidate;
            break;
        }
        begin_s += candidate.duration_s;
    }
    const scoring::Task& task = step->task;
    if (task.trigger_point) {
        const auto point =
            std::ranges::find(anatomy_->trigger_points, *task.trigger_point, &anatomy::TriggerPoint::id);
        if (point != anatomy_->trigger_points.end()) {
            return hold(task, *point, t_s - begin_s);
        }
    }
    return stroke(task, t_s - begin_s);
}

session::InputFrame DemoStrokes::stroke(const scoring::Task& task, double t_s) const {
    scoring::Zone zone = task.zone.value_or(whole_back);
    // A palm covers more than its middle: its path stays half a hand inside the zone, two hands off each
    // other.
    zone.v_low += palm_half_length_v + stagger_v;
    zone.v_high -= palm_half_length_v + stagger_v;
    zone.u_low = std::max(zone.u_low, palm_half_breadth_u);
    zone.u_high = std::max(zone.u_high, zone.u_low + 0.05F);
    const scoring::Band speed = task.speed_m_s.value_or(usual_speed_m_s);
    const float speed_m_s = std::max(0.02F, std::sqrt(std::max(speed.low, 0.01F) * speed.high));
    const float length_m = (zone.v_high - zone.v_low) * anatomy_->skin.spine_length_m;
    const float way_s = std::max(1.5F, length_m / speed_m_s);
    const float period_s = 2 * (way_s + turn_s);
    const auto in_period_s = static_cast<float>(std::fmod(t_s, static_cast<double>(period_s)));
    const int count = static_cast<int>(t_s / period_s);
    const bool returning = in_period_s >= way_s + turn_s;
    const float along = std::clamp((in_period_s - (returning ? way_s + turn_s : 0)) / way_s, 0.0F, 1.0F);
    // Nearly constant speed with soft ends, so that most of the way lies in the speed band.
    const float eased_along = 0.25F * eased(along) + 0.75F * along;
    const bool toward_head = task.direction != scoring::Direction::caudad;
    const float share = (returning ? 1 - eased_along : eased_along);
    const float v = toward_head ? zone.v_high + share * (zone.v_low - zone.v_high)
                                : zone.v_low + share * (zone.v_high - zone.v_low);
    // Lanes side by side, one a stroke; the hand changes lane while it turns at the start.
    const auto lane_u = [&](int stroke_index) {
        return zone.u_low +
               (zone.u_high - zone.u_low) * (0.15F + 0.35F * static_cast<float>(stroke_index % 3));
    };
    const float changing = eased((in_period_s - 2 * way_s - turn_s) / turn_s);
    const float u = lane_u(count) + (lane_u(count + 1) - lane_u(count)) * changing;

    const float loaded_n = middle(task.force_n.value_or(usual_force_n));
    const float light_n = task.return_force_n ? 0.6F * task.return_force_n->high : 0.5F * loaded_n;
    const float since_turn_s = returning ? in_period_s - way_s : in_period_s;
    const float turned = eased(since_turn_s / (turn_s + 0.4F));
    const float from_n = returning ? loaded_n : (count == 0 ? 0.0F : light_n);
    const float to_n = returning ? light_n : loaded_n;
    const float entry = eased(static_cast<float>(t_s) / entry_s);
    const float force_n = (count == 0 && !returning ? to_n * entry : from_n + (to_n - from_n) * turned);

    const float both = zone.sides == scoring::Zone::Sides::both ? 1.0F : 0.0F;
    session::InputFrame frame;
    if (zone.sides != scoring::Zone::Sides::left) {
        frame.hands[1] = hand_at(u, v + both * stagger_v, force_n);
    }
    if (zone.sides != scoring::Zone::Sides::right) {
        frame.hands[0] = hand_at(-u, v - both * stagger_v, force_n);
    }
    return frame;
}

session::InputFrame DemoStrokes::hold(const scoring::Task& task, const anatomy::TriggerPoint& point,
                                      double t_s) {
    const float wanted_s = task.hold_s > 0 ? task.hold_s : 30;
    const float force_n = middle(task.force_n.value_or(scoring::Band{15, 25}));
    constexpr float search_s = 2;
    constexpr float load_s = 4;
    const auto t = static_cast<float>(t_s);
    const float loading = eased((t - search_s) / load_s);
    const float unloading = 1 - eased((t - search_s - load_s - wanted_s) / load_s);
    const float searching = 0.02F * (1 - eased(t / search_s)); // comes in from a finger's breadth beside it
    session::InputFrame frame;
    hands::HandInput hand =
        hand_at(point.u + searching, point.v,
                force_n * std::min(loading, unloading) + 3 * eased(t / search_s) * unloading);
    hand.angle_deg = point.right ? -thumb_heading_deg : thumb_heading_deg;
    hand.tool = task.tools.empty() ? contact::ToolKind::thumb : task.tools.front();
    frame.hands[point.right ? 1 : 0] = hand;
    return frame;
}

} // namespace tactus::app
