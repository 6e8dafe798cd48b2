#include "sim/drills/drill_check.hpp"

#include <algorithm>

namespace tactus::drills {

namespace {

/// The zone's corners on the sides that it asks for.
std::vector<Vec2> corners(const scoring::Zone& zone) {
    std::vector<Vec2> places;
    for (const float v : {zone.v_low, zone.v_high}) {
        for (const float u : {zone.u_low, zone.u_high}) {
            if (zone.sides != scoring::Zone::Sides::left) {
                places.emplace_back(u, v);
            }
            if (zone.sides != scoring::Zone::Sides::right) {
                places.emplace_back(-u, v);
            }
        }
    }
    return places;
}

int points_in(const scoring::Task& task, const anatomy::Anatomy& anatomy) {
    return static_cast<int>(
        std::ranges::count_if(anatomy.trigger_points, [&](const anatomy::TriggerPoint& point) {
            return !task.zone || scoring::in_zone(*task.zone, point.u, point.v);
        }));
}

} // namespace

std::vector<Complaint> check_drill(const Drill& drill, std::string_view name, const anatomy::Anatomy& anatomy,
                                   std::string_view client_name) {
    std::vector<Complaint> complaints;
    for (const Step& step : drill.steps) {
        const std::string where = std::string(name) + ", step \"" + step.name + "\"";
        const auto missed = [&](Vec2 place) { return !anatomy::on_skin(anatomy.skin, place.x, place.y); };
        if (step.task.zone && std::ranges::any_of(corners(*step.task.zone), missed)) {
            complaints.push_back({where, "its zone leaves the skin of " + std::string(client_name),
                                  "narrow zone_u: a flank ends at about 0.7 to 0.85"});
        }
        if (step.task.place && missed({step.task.place->u, step.task.place->v})) {
            complaints.push_back({where, "its place is not on the skin of " + std::string(client_name),
                                  "move it: a flank ends at about 0.7 to 0.85"});
        }
        const int points = points_in(step.task, anatomy);
        if (points < step.task.points_to_mark) {
            complaints.push_back({where,
                                  std::string(client_name) + " has " + std::to_string(points) +
                                      " trigger points in its zone, fewer than the " +
                                      std::to_string(step.task.points_to_mark) + " to be marked",
                                  "choose another client, widen the zone or ask for fewer"});
        }
        if (step.task.trigger_point &&
            std::ranges::find(anatomy.trigger_points, *step.task.trigger_point, &anatomy::TriggerPoint::id) ==
                anatomy.trigger_points.end()) {
            complaints.push_back(
                {where, std::string(client_name) + " has no trigger point " + *step.task.trigger_point,
                 "choose a client that has it, or another point"});
        }
    }
    return complaints;
}

} // namespace tactus::drills
