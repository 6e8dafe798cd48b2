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
    if (task.points_to_mark > 0) {
        return Work::palpate;
    }
    if (task.bone != contact::Hold::none) {
        return task.beat_hz ? Work::rhythm : Work::stretch;
    }
    if (task.trigger_point || task.place) {
        return task.hold_s > 0 ? Work::hold : Work::search;
    }
    if (task.beat_hz) {
        return Work::rhythm;
    }
    return task.zone || task.speed_m_s || task.strokes_per_min ? Work::strokes : Work::nothing;
}

bool on_way_back(const Task& task, float along_m_s) {
    constexpr float turning_m_s = 0.02F;
    const bool returning = (task.direction == Direction::cephalad && along_m_s > turning_m_s) ||
                           (task.direction == Direction::caudad && along_m_s < -turning_m_s);
    return returning && task.return_force_n;
}

std::optional<Band> asked_force(const Task& task, float along_m_s) {
    return on_way_back(task, along_m_s) ? task.return_force_n : task.force_n;
}

bool asks_for_strokes(const Task& task) { return work_of(task) == Work::strokes; }

bool asks_for_hold(const Task& task) { return work_of(task) == Work::hold; }

} // namespace tactus::scoring
