#pragma once
/// How the tissue answers a technique: what its skin, its folds and its joints do under the generated stroke,
/// on the body of the average man.

#include "sim/drills/stroke_recipe.hpp"
#include "sim/tissue/tissue.hpp"

namespace tactus::cli {

/// Of one bout, done ideally.
struct TechniqueAnswer {
    double force_n = 0; ///< mean in contact
    double area_m2 = 0; ///< mean in contact
    double depth_m = 0; ///< the most
    double beat_s = 0;  ///< mean period of what comes round; 0 = nothing does
    double skin_way_m =
        0; ///< of the skin that lies under the working hand at the beginning, to and fro along itself
    double slip_m =
        0; ///< way of the hand over the skin: a beat's half, or all of it where nothing comes round
    double fold_m = 0;    ///< skin between thumb and fingers over that beside them, the most
    double rise_m = 0;    ///< the same over its own place at rest
    double bend_rad = 0;  ///< of neck or lower back, the most
    double scapula_m = 0; ///< way of a medial border, the most
};

/// Does the technique for seven seconds, or as long as a stretch takes, dry or oiled as its recipe says;
/// `oil` 0..1 instead when it is not negative. Pure; half a minute of one core for a stretch, a few seconds
/// for the others.
TechniqueAnswer answer_to(const drills::Recipe& recipe, tissue::Setting setting, float oil = -1);

} // namespace tactus::cli
