#pragma once
/// How the force of a run lay against the bands that its steps ask for. Internal to scoring.

#include "sim/scoring/marked_run.hpp"

#include <vector>

namespace tactus::scoring {

/// Sums over what counts: samples that are loaded and not on their way between two forces, and blows.
struct BandTime {
    double credit = 0; ///< sum of band credit
    double samples = 0;
    double inside = 0;
    double above = 0;
    double below = 0;
    double wrong_tool = 0;
    double error_n = 0; ///< sums of force less the middle of the band, for CE, AE and VE (facts 8.3)
    double absolute_error_n = 0;
    double squared_error = 0;
    std::vector<double> second_credit; ///< by second of the run, to find the worst moment
    std::vector<double> second_samples;

    /// Second that cost most; -1 = none did.
    [[nodiscard]] double worst_second() const;
};

BandTime band_time(const MarkedRun& run);

} // namespace tactus::scoring
