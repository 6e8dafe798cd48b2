#include "sim/cli/case_script.hpp"

#include "sim/anatomy/regions.hpp"
#include "sim/session/track_input.hpp"

#include <algorithm>

namespace tactus::cli {
namespace {

using drills::PerformedRow;

constexpr double row_s = 1.0 / 60;

} // namespace

Rect rect_of(const client::Condition& condition, const std::string& place, float u) {
    const auto area = std::ranges::find(condition.areas, place, &client::SkinArea::id);
    if (area != condition.areas.end()) {
        return {area->u - area->half_u, area->u + area->half_u, area->v - area->half_v,
                area->v + area->half_v};
    }
    if (const auto region = anatomy::region_named(place)) {
        const anatomy::RegionBox& box = anatomy::region_box(*region);
        return u > 0 ? Rect{box.u_low, box.u_high, box.v_low, box.v_high}
                     : Rect{-box.u_high, -box.u_low, box.v_low, box.v_high};
    }
    return {-2, 2, -1, 2};
}

Vec2 middle_of(const client::Condition& condition, const std::string& place) {
    const Rect rect = rect_of(condition, place, 1);
    return {0.5F * (rect.u_low + rect.u_high), 0.5F * (rect.v_low + rect.v_high)};
}

void CaseHands::say(double t_s, std::string event) {
    events_.push_back({.t_s = t_s, .text = std::move(event)});
}

void CaseHands::add(const std::vector<PerformedRow>& rows) {
    rows_.insert(rows_.end(), rows.begin(), rows.end());
}

void CaseHands::press(double begin_s, double seconds, contact::ToolKind tool, Vec2 place, float force_n) {
    for (double t_s = 0; t_s <= seconds; t_s += row_s) {
        rows_.push_back({.t_s = begin_s + t_s,
                         .hand = contact::Side::right,
                         .tool = tool,
                         .u = place.x,
                         .v = place.y,
                         .force_n = force_n * static_cast<float>(std::min(1.0, 2 * t_s)),
                         .event = {},
                         .oil = 0.3F});
    }
}

void CaseHands::pull_head(double begin_s, double seconds, float force_n, double rise_s) {
    drills::Motion stretch = drills::motion_of(*drills::recipe_named("passive_stretch"));
    for (double t_s = 0; t_s <= seconds; t_s += row_s) {
        rows_.push_back({.t_s = begin_s + t_s,
                         .hand = contact::Side::right,
                         .tool = stretch.tool,
                         .u = stretch.place.x,
                         .v = stretch.place.y,
                         .force_n = force_n * static_cast<float>(std::min(1.0, t_s / rise_s)),
                         .angle_deg = stretch.heading_deg,
                         .event = {},
                         .hold = stretch.hold});
    }
}

hands::StrokeTrack CaseHands::take() {
    std::ranges::stable_sort(rows_, {}, &PerformedRow::t_s);
    std::ranges::stable_sort(events_, {}, &hands::StrokeEvent::t_s);
    hands::StrokeTrack track = session::track_of(rows_);
    track.events = std::move(events_);
    return track;
}

} // namespace tactus::cli
