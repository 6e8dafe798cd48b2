#pragma once
/// The hold on a trigger point or a place: where, how long, how steady, how it was let go (facts 7.3,
/// targeting of points). Internal to scoring.

#include "sim/scoring/marked_run.hpp"

#include <optional>

namespace tactus::scoring {

struct PointHold {
    contact::Side hand = contact::Side::left;
    double begin_s = 0; ///< of the plateau: force within 15 % of its median and above
    double end_s = 0;
    double force_n = 0;    ///< median of the plateau
    double force_cv = 0;   ///< over the plateau
    double distance_m = 0; ///< along the skin, from the mean centre of pressure to the point, or to the
                           ///< edge of the place
    double unload_s = -1;  ///< from the plateau's end to a tenth of its force; -1 = never let go
    double depth_share =
        0; ///< share of the plateau with the discomfort wanted, or eased below it by the hold
    double search_path_m = 0; ///< way across the fibre near the point before the hold

    [[nodiscard]] double duration_s() const { return end_s - begin_s; }
};

/// The trigger point that a step names, in this client; nullptr when it has none.
const anatomy::TriggerPoint* point_of(const MarkedRun& run, const Task& task);

/// Where a step asks for a hold: its trigger point in this client, or its place; nullopt when it has neither.
std::optional<HoldPlace> hold_place(const MarkedRun& run, const Task& task);

/// The longest steady press since the first step at a trigger point, or within the step of a place: the
/// longest within 30 mm of it, else the longest anywhere. nullopt: nothing was held.
std::optional<PointHold> find_hold(const MarkedRun& run, const MarkedTask& task);

/// Distance along the skin from a centre of pressure to the place's edge, metres; 0 within it.
double distance_m(const anatomy::Anatomy& anatomy, const HoldPlace& place, float u, float v);

} // namespace tactus::scoring
