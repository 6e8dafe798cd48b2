#pragma once
/// Where a step is done, drawn on the back: a point, a zone, a path. Places are spine coordinates, positive u
/// to the client's right. Pure.

#include "sim/anatomy/anatomy.hpp"
#include "sim/scoring/task.hpp"

#include <string>

namespace tactus::drills {

/// A place that was meant: as drawn, or the anatomical point beside it.
struct MeantPlace {
    Vec2 spine;
    std::string name;           ///< "LS1 right", "PSIS left"; "" = no named place
    bool trigger_point = false; ///< of this client
};

/// The trigger point or landmark within 22 mm of `drawn`, a trigger point before a landmark; else the place
/// itself, to a hundredth. snaps = false: always the latter.
MeantPlace meant_place(const anatomy::Anatomy& anatomy, Vec2 drawn, bool snaps);

/// The step is done at that point: it is held there, or searched when the step searched. A zone, a line or a
/// bone that was asked for is no more.
void place_point(scoring::Task& task, const MeantPlace& place);

/// The step is done in the zone between two corners. Across the spine, or `both`: on both sides. snaps: edges
/// within 15 mm of a box of facts 5.0 lie on it. A point, line or bone is no more.
void paint_zone(scoring::Task& task, const anatomy::SkinGrid& skin, Vec2 from, Vec2 to, bool both,
                bool snaps);

/// Strokes go along the line from `from` to `to`: straight beside the spine, on its side or on both; the zone
/// is a palm's breadth about it, the direction that of the drawing. A point or bone is no more.
void draw_path(scoring::Task& task, Vec2 from, Vec2 to, bool both);

/// The corner of the zone that lies within `reach` of `at`, on whichever side the zone has; returns the
/// opposite corner, from which it is drawn anew. nullopt = no corner there.
std::optional<Vec2> opposite_corner(const scoring::Zone& zone, Vec2 at, Vec2 reach);

/// Nothing is asked of any place any more.
void clear_place(scoring::Task& task);

} // namespace tactus::drills
