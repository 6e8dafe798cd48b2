#pragma once
/// A passive stretch: how a joint was led to its barrier, held there and let back. Internal to scoring.

#include "sim/scoring/marked_run.hpp"

#include <optional>

namespace tactus::scoring {

struct JointStretch {
    double begin_s = 0;   ///< a hand takes the bone
    double barrier_s = 0; ///< the joint is nearly as far as it will go
    double release_s = 0; ///< it is let back from there
    double end_s = 0;     ///< back near rest; the end of the step when it never came back
    double bend_rad = 0;  ///< at most, to the client's right positive
    double force_n = 0;   ///< median pull at the barrier
    double force_cv = 0;
    double pace_marks = 0;    ///< 0..100: bend to the barrier at the speed asked for
    double mean_rad_s = 0;    ///< on the way to the barrier
    double fastest_rad_s = 0; ///< there or back
    double comfort_share = 1; ///< of the time at the barrier, with no more discomfort than asked for

    [[nodiscard]] double hold_s() const { return release_s - barrier_s; }
};

/// The joint that a bone in the hand bends, radians from rest, to the client's right positive.
double bend_of(const strokes::BodyMotion& body, contact::Hold bone);

/// The stretch of a step; nullopt when nothing was bent by 5 degrees.
std::optional<JointStretch> find_stretch(const MarkedRun& run, const MarkedTask& task);

} // namespace tactus::scoring
