#include "sim/strokes/stroke_monitor.hpp"

#include "sim/math/interpolation.hpp"
#include "sim/strokes/stroke.hpp"
#include "sim/strokes/strokes_data.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::strokes {

namespace {

constexpr double flow_window_s = 30;           // facts 6.2 (10): the flow measure of the last 30 s
constexpr std::size_t flow_every_samples = 30; // 4 Hz: what a person can read
constexpr double counted_stroke_m = 0.10;      // shorter movements are not shown as strokes

float length_f(Vec2 v) { return std::sqrt(v.x * v.x + v.y * v.y); }

/// Root mean square distance of the load from its centre.
float breadth(const contact::ContactReport& report) {
    double load = 0;
    double square = 0;
    for (const contact::LoadedPoint& point : report.points) {
        const double here = static_cast<double>(point.pressure_pa) * static_cast<double>(point.area_m2);
        const Vec3 off = point.position_m - report.centre_m;
        load += here;
        square += here * static_cast<double>(glm::dot(off, off));
    }
    return load > 0 ? static_cast<float>(std::sqrt(square / load)) : 0.0F;
}

/// Of the force on the hand, what each box and each area bears. The walls of a dent press on one another
/// across the hand: all pressure together is more than the force, so a place has its share of it.
void share_load(const contact::ContactReport& report, std::span<const client::SkinArea> areas,
                HandSample& hand) {
    float all = 0;
    for (const contact::LoadedPoint& point : report.points) {
        const float load = point.pressure_pa * point.area_m2;
        all += load;
        for (const anatomy::RegionBox& box : anatomy::region_boxes()) {
            if (anatomy::contains(box, point.u, point.v)) {
                hand.region_load_n[static_cast<std::size_t>(box.region)] += load;
            }
        }
        for (std::size_t k = 0; k < areas.size(); ++k) {
            hand.area_load_n[k] += client::contains(areas[k], point.u, point.v) ? load : 0.0F;
        }
    }
    const float share = all > report.force_n ? report.force_n / all : 1.0F;
    for (float& load : hand.region_load_n) {
        load *= share;
    }
    for (float& load : hand.area_load_n) {
        load *= share;
    }
}

} // namespace

StrokeMonitor::StrokeMonitor(const anatomy::Anatomy& anatomy, std::span<const client::SkinArea> areas)
    : anatomy_(&anatomy), areas_(areas.first(std::min(areas.size(), client::most_areas))) {
    trace_.dose_pa_s.assign(
        static_cast<std::size_t>(anatomy::SkinGrid::field_columns) * anatomy::SkinGrid::field_rows, 0.0);
    places_.fill(anatomy::locate(anatomy.skin, 0, 0.5F));
}

void StrokeMonitor::step(const Moment& now,
                         const std::array<contact::ContactReport, contact::side_count>& reports,
                         const std::array<std::optional<contact::PosedTool>, contact::side_count>& tools) {
    if (steps_++ % 2 != 0) {
        return;
    }
    TraceSample sample{.t_s = now.t_s, .hands = {}, .discomfort = now.discomfort, .guarding = now.guarding};
    sample.body = now.body;
    sample.step = now.drill_step;
    sample.product = now.product;
    for (std::size_t side = 0; side < contact::side_count; ++side) {
        sample.hands[side] = sample_of(side, reports[side], tools[side]);
        if (sample.hands[side].force_n > 0) {
            sample.trust_error = std::max(sample.trust_error, reports[side].trust_error);
        }
        follow(movements_[side], sample.hands[side], now.t_s);
    }
    for (std::size_t k = 0; k < trace_.dose_pa_s.size() && k < now.skin_pressure_pa.size(); ++k) {
        trace_.dose_pa_s[k] += static_cast<double>(now.skin_pressure_pa[k]) * trace_interval_s;
    }
    update_contact(sample);
    trace_.samples.push_back(sample);
    if (trace_.samples.size() % flow_every_samples == 0) {
        update_flow();
    }
}

HandSample StrokeMonitor::sample_of(std::size_t side, const contact::ContactReport& report,
                                    const std::optional<contact::PosedTool>& tool) {
    HandSample hand;
    if (!tool) {
        return hand;
    }
    places_[side] = anatomy::closest(anatomy_->skin, tool->centre, places_[side]);
    const anatomy::SurfacePoint skin = anatomy::surface(anatomy_->skin, places_[side]);
    const Vec2 place = anatomy::spine_coordinates(anatomy_->skin, places_[side]);
    hand.present = true;
    hand.touching = report.touching;
    hand.tool = tool->kind;
    hand.force_n = report.force_n;
    hand.mean_pressure_pa = report.mean_pressure_pa;
    hand.p95_pa = report.p95_pa;
    hand.area_m2 = report.area_m2;
    // Without contact there is no centre of pressure: the hand's own place stands in for it.
    hand.u = report.touching ? report.u : place.x;
    hand.v = report.touching ? report.v : place.y;
    hand.place_m = {place.x * anatomy_->skin.half_biacromial_m, place.y * anatomy_->skin.spine_length_m};
    hand.velocity_m_s = {glm::dot(tool->velocity_m_s, skin.across), glm::dot(tool->velocity_m_s, skin.along)};
    hand.slip_m_s = report.slip_m_s;
    hand.breadth_m = breadth(report);
    hand.depth_m = report.depth_m;
    hand.bone_share = report.bone_share;
    hand.load_not_reached = report.load_not_reached;
    share_load(report, areas_, hand);
    if (tool->held.part != contact::Hold::none) {
        hand.holding = true;
        hand.touching = true;
        hand.force_n = glm::length(tool->held.force_n);
        hand.area_m2 = holding_area_m2.f();
        hand.mean_pressure_pa = hand.force_n / hand.area_m2;
    }
    return hand;
}

void StrokeMonitor::follow(Movement& movement, const HandSample& hand, double t_s) {
    const float speed = length_f(hand.velocity_m_s);
    const bool moving = in_contact(hand) && speed > resting_speed_m_s.f();
    const bool turned =
        movement.travel_m.x * hand.velocity_m_s.x + movement.travel_m.y * hand.velocity_m_s.y < 0;
    if (movement.path_m > 0 && ((moving && turned) || t_s - movement.last_moving_s > pause_s)) {
        finish_movement(movement);
    }
    if (!moving) {
        return;
    }
    if (movement.path_m == 0) {
        movement.begin_s = t_s;
    }
    movement.travel_m += hand.velocity_m_s * static_cast<float>(trace_interval_s);
    movement.path_m += static_cast<double>(speed) * trace_interval_s;
    movement.last_moving_s = t_s;
}

void StrokeMonitor::finish_movement(Movement& movement) {
    if (movement.path_m >= counted_stroke_m) {
        ++live_.strokes;
        // The period runs from stroke to stroke of the same heading: a return is not the next stroke.
        const Vec2 before = movement.last_stroke_travel_m;
        const bool same_heading = before.x * movement.travel_m.x + before.y * movement.travel_m.y > 0;
        if (same_heading) {
            live_.stroke_period_s = static_cast<float>(movement.begin_s - movement.last_stroke_begin_s);
        }
        if (same_heading || movement.last_stroke_begin_s < 0) {
            movement.last_stroke_begin_s = movement.begin_s;
            movement.last_stroke_travel_m = movement.travel_m;
        }
    }
    movement.travel_m = Vec2(0);
    movement.path_m = 0;
}

void StrokeMonitor::update_contact(const TraceSample& sample) {
    float speed = 0;
    bool touching = false;
    for (const HandSample& hand : sample.hands) {
        if (in_contact(hand)) {
            touching = true;
            speed = std::max(speed, length_f(hand.velocity_m_s));
        }
    }
    const auto share = static_cast<float>(trace_interval_s / 0.1); // first-order smoothing over 0.1 s
    live_.speed_m_s += share * (speed - live_.speed_m_s);
    if (touching) {
        if (last_contact_s_ >= 0 && sample.t_s - last_contact_s_ > pause_s + trace_interval_s) {
            ++live_.contact_breaks;
        }
        last_contact_s_ = sample.t_s;
    }
}

void StrokeMonitor::update_flow() {
    // Pace: share of the way at a pleasing speed; continuity: share of the time in contact; smoothness: share
    // of the contact without a jerk. No rubric: the client's body does not know what was asked.
    const auto window = static_cast<std::size_t>(flow_window_s / trace_interval_s);
    const std::size_t begin = trace_.samples.size() - std::min(window, trace_.samples.size());
    double contact = 0;
    double smooth = 0;
    double pace = 0;
    for (std::size_t i = begin + 1; i < trace_.samples.size(); ++i) {
        for (std::size_t side = 0; side < contact::side_count; ++side) {
            const HandSample& now = trace_.samples[i].hands[side];
            if (!in_contact(now)) {
                continue;
            }
            const double speed = length_f(now.velocity_m_s);
            const Vec2 change = now.velocity_m_s - trace_.samples[i - 1].hands[side].velocity_m_s;
            contact += 1;
            smooth += length_f(change) / trace_interval_s <= even_acceleration_m_s2 ? 1 : 0;
            pace += math::lin(std::max(0.0, speed / pleasant_speed_m_s - 1), 0, 1) / 100;
            break; // the leading hand stands for both
        }
    }
    const double samples = static_cast<double>(std::min(window, trace_.samples.size()));
    live_.flow =
        contact == 0 ? 0.0F : static_cast<float>(contact / samples * 0.5 * (smooth + pace) / contact);
}

} // namespace tactus::strokes
