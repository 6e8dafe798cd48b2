#pragma once
/// One run's strokes laid on another's, by the way and not by the clock (facts 8.2).

#include "sim/drills/drill.hpp"
#include "sim/replay/run_trace.hpp"
#include "sim/strokes/dtw.hpp"

#include <optional>

namespace tactus::replay {

/// A stroke and the one of the other run that it is laid on.
struct StrokePair {
    std::size_t own = 0;    ///< index in RunTrace::strokes
    std::size_t other = 0;  ///< and in the other's
    double distance = 0;    ///< of the warp; 0 = the same
    double force_match = 0; ///< per cent, after warping
    double speed_match = 0;
};

struct Comparison {
    std::vector<StrokePair> pairs; ///< by the own stroke's beginning
    std::size_t unpaired = 0;      ///< own strokes that the other run has nothing like

    /// Middle values over the pairs; nullopt when there is none.
    [[nodiscard]] std::optional<double> force_match() const;
    [[nodiscard]] std::optional<double> speed_match() const;
    [[nodiscard]] std::optional<double> distance() const;

    /// The pair of an own stroke; nullptr = it has none.
    [[nodiscard]] const StrokePair* of(std::size_t own) const;
};

/// Lays each stroke on the nearest by warp of those that the other run did in the same step of the drill with
/// the same hand and the same way along or across the back; of another step, and then of the other hand, when
/// there is none. Strokes under half or over twice the length are not alike. Pure.
Comparison compare(const drills::Drill& drill, const RunTrace& own, const RunTrace& other);

} // namespace tactus::replay
