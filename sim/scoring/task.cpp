#include "sim/scoring/task.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

bool in_zone(const Zone& zone, float u, float v, float margin_u, float margin_v) {
    float outward = std::fabs(u);
    if (zone.sides != Zone::Sides::both) {
        outward = zone.sides == Zone::Sides::left ? -u : u;
    }
    const float inner = std::min(zone.u_low, std::max(0.0F, zone.u_low - margin_u));
    return outward >= inner && outward <= zone.u_high + margin_u && v >= zone.v_low - margin_v &&
           v <= zone.v_high + margin_v;
}

Work work_of(const Task& task) {
    if (task.trigger_point) {
        return task.hold_s > 0 ? Work::hold : Work::search;
    }
    if (task.beat_hz) {
        return Work::rhythm;
    }
    return task.zone || task.speed_m_s || task.strokes_per_min ? Work::strokes : Work::nothing;
}

bool asks_for_strokes(const Task& task) { return work_of(task) == Work::strokes; }

bool asks_for_hold(const Task& task) { return work_of(task) == Work::hold; }

} // namespace tactus::scoring
