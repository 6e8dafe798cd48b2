#pragma once
/// Coverage and stray of a run from its dose map (facts 7.3: COV, STRAY). Internal to scoring.

#include "sim/scoring/marked_run.hpp"

#include <vector>

namespace tactus::scoring {

struct ZoneDose {
    double covered_share =
        0;                  ///< of the zones' skin that got its dose; 0 when nothing was asked to be covered
    double stray_share = 0; ///< of all dose, outside the zones grown by half a palm
    double total = 0;       ///< sum of dose times skin, any unit; 0 = nothing was pressed
    double missed_left = 0.5; ///< share of what was left out that lies on the client's left
    double missed_v = 0.5;    ///< mean v of what was left out
    bool asked = false;       ///< some step names a zone and a dose
};

ZoneDose zone_dose(const MarkedRun& run);

/// Of each region that a step wants covered, left and right apart and named once, the share that got its
/// dose.
std::vector<double> region_cover(const MarkedRun& run);

} // namespace tactus::scoring
