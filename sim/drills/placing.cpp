#include "sim/drills/placing.hpp"

#include "sim/anatomy/regions.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::drills {

namespace {

constexpr float point_reach_m = 0.022F; // about a thumb's breadth
constexpr float edge_reach_m = 0.015F;
constexpr float least_zone = 0.04F;         // of u and v: a zone that can be seen and stroked
constexpr float path_half_breadth_u = 0.1F; // about 20 mm of most backs

constexpr float least_u = 0, most_u = 1.2F; // as drill files allow
constexpr float least_v = -0.2F, most_v = 1.4F;

float hundredth(float value) { return std::round(value * 100) / 100; }

float metres_between(const anatomy::SkinGrid& skin, Vec2 a, Vec2 b) {
    return glm::length(Vec2((a.x - b.x) * skin.half_biacromial_m, (a.y - b.y) * skin.spine_length_m));
}

/// The nearest of `edges` within `reach`, else the value.
template <class Edges> float on_edge(float value, float reach, const Edges& edges) {
    float best = value;
    for (const float edge : edges) {
        if (std::fabs(edge - value) < reach) {
            best = edge;
            reach = std::fabs(edge - value);
        }
    }
    return best;
}

/// A range at least so wide, within its limits.
std::array<float, 2> spread(float a, float b, float least, float low, float high) {
    std::array<float, 2> range{std::clamp(std::min(a, b), low, high), std::clamp(std::max(a, b), low, high)};
    if (range[1] - range[0] < least) {
        range[1] = std::min(high, range[0] + least);
        range[0] = range[1] - least;
    }
    return range;
}

void forget_point(scoring::Task& task) {
    task.trigger_point.reset();
    task.place.reset();
    task.hold_s = task.hold_max_s = 0;
    task.hold_discomfort.reset();
    task.press_test = false;
}

void forget_bone(scoring::Task& task) {
    task.bone = contact::Hold::none;
    task.bend_rad_s.reset();
    task.bend_right.reset();
}

scoring::Zone::Sides side_of(float u) {
    return u < 0 ? scoring::Zone::Sides::left : scoring::Zone::Sides::right;
}

} // namespace

MeantPlace meant_place(const anatomy::Anatomy& anatomy, Vec2 drawn, bool snaps) {
    MeantPlace meant{.spine = Vec2(std::clamp(hundredth(drawn.x), -most_u, most_u),
                                   std::clamp(hundredth(drawn.y), least_v, most_v))};
    if (!snaps) {
        return meant;
    }
    float nearest = point_reach_m;
    const auto look_at = [&](Vec2 place, const std::string& name, bool trigger_point) {
        if (const float away = metres_between(anatomy.skin, drawn, place); away < nearest) {
            nearest = away;
            meant = {.spine = place, .name = name, .trigger_point = trigger_point};
        }
    };
    for (const anatomy::TriggerPoint& point : anatomy.trigger_points) {
        look_at({point.u, point.v}, point.id, true);
    }
    if (!meant.trigger_point) {
        for (const anatomy::Landmark& mark : anatomy.landmarks) {
            look_at({mark.u, mark.v}, mark.id, false);
        }
    }
    return meant;
}

void place_point(scoring::Task& task, const MeantPlace& place) {
    const bool searched = task.trigger_point && task.hold_s <= 0;
    forget_bone(task);
    task.zone.reset();
    task.line_u.reset();
    task.points_to_mark = 0;
    task.direction = scoring::Direction::any;
    task.return_force_n.reset();
    task.speed_m_s.reset();
    task.strokes_per_min.reset();
    if (place.trigger_point) {
        task.trigger_point = place.name;
        task.place.reset();
        task.beat_hz.reset(); // a point is held, not beaten
        task.sweep_m.reset();
        task.slip_m.reset();
    } else {
        const float radius_m = task.place ? task.place->radius_m : scoring::HoldPlace{}.radius_m;
        task.trigger_point.reset();
        task.place = scoring::HoldPlace{.u = place.spine.x, .v = place.spine.y, .radius_m = radius_m};
    }
    if (task.hold_s <= 0 && !(searched && place.trigger_point)) {
        task.hold_s = 20;
        task.hold_max_s = 40;
    }
}

void paint_zone(scoring::Task& task, const anatomy::SkinGrid& skin, Vec2 from, Vec2 to, bool both,
                bool snaps) {
    if (snaps) {
        std::vector<float> us;
        std::vector<float> vs;
        for (const anatomy::RegionBox& box : anatomy::region_boxes()) {
            for (const float u : {box.u_low, box.u_high}) {
                us.insert(us.end(), {u, -u});
            }
            vs.insert(vs.end(), {box.v_low, box.v_high});
        }
        for (Vec2* corner : {&from, &to}) {
            corner->x = on_edge(corner->x, edge_reach_m / skin.half_biacromial_m, us);
            corner->y = on_edge(corner->y, edge_reach_m / skin.spine_length_m, vs);
        }
    }
    const bool across = from.x * to.x < 0;
    const float inner = across ? 0 : std::min(std::fabs(from.x), std::fabs(to.x));
    const float outer = std::max(std::fabs(from.x), std::fabs(to.x));
    const auto u = spread(hundredth(inner), hundredth(outer), least_zone, least_u, most_u);
    const auto v = spread(hundredth(from.y), hundredth(to.y), least_zone, least_v, most_v);
    forget_point(task);
    forget_bone(task);
    task.line_u.reset();
    task.zone = scoring::Zone{u[0], u[1], v[0], v[1],
                              both || across ? scoring::Zone::Sides::both : side_of(from.x + to.x)};
}

void draw_path(scoring::Task& task, Vec2 from, Vec2 to, bool both) {
    const float line = std::clamp(hundredth(std::fabs(0.5F * (from.x + to.x))), least_u, most_u);
    const auto u = spread(hundredth(std::max(0.0F, line - path_half_breadth_u)),
                          hundredth(line + path_half_breadth_u), least_zone, least_u, most_u);
    const auto v = spread(hundredth(from.y), hundredth(to.y), least_zone, least_v, most_v);
    forget_point(task);
    forget_bone(task);
    task.points_to_mark = 0;
    task.line_u = line;
    task.zone =
        scoring::Zone{u[0], u[1], v[0], v[1], both ? scoring::Zone::Sides::both : side_of(from.x + to.x)};
    task.direction = to.y < from.y ? scoring::Direction::cephalad : scoring::Direction::caudad;
}

std::optional<Vec2> opposite_corner(const scoring::Zone& zone, Vec2 at, Vec2 reach) {
    using Sides = scoring::Zone::Sides;
    const std::array us{zone.u_low, zone.u_high};
    const std::array vs{zone.v_low, zone.v_high};
    for (const float side : {1.0F, -1.0F}) {
        if ((side > 0 && zone.sides == Sides::left) || (side < 0 && zone.sides == Sides::right)) {
            continue;
        }
        for (std::size_t i = 0; i < 2; ++i) {
            for (std::size_t j = 0; j < 2; ++j) {
                if (std::fabs(at.x - side * us[i]) <= reach.x && std::fabs(at.y - vs[j]) <= reach.y) {
                    return Vec2(side * us[1 - i], vs[1 - j]);
                }
            }
        }
    }
    return std::nullopt;
}

void clear_place(scoring::Task& task) {
    forget_point(task);
    forget_bone(task);
    task.zone.reset();
    task.line_u.reset();
    task.points_to_mark = 0;
    if (!task.return_force_n) {
        return;
    }
    task.return_force_n.reset(); // its direction goes with the place
    task.direction = scoring::Direction::any;
}

} // namespace tactus::drills
