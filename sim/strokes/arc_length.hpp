#pragma once
/// A stroke by the way the hand has gone, not by the clock: what two people's strokes can be laid side by
/// side by.

#include "sim/strokes/stroke.hpp"

#include <span>
#include <vector>

namespace tactus::strokes {

/// Points of a StrokeTrace: ends included, 1 % of the way apart.
inline constexpr std::size_t stroke_points = 101;

struct StrokePoint {
    float t_s = 0;
    float way_m = 0; ///< along the skin since the stroke began
    float force_n = 0;
    float speed_m_s = 0;
    Vec2 place_m; ///< of the tool on the rest surface: across, along (caudal positive)

    friend bool operator==(const StrokePoint&, const StrokePoint&) = default;
};

/// A stroke at even steps of its way.
struct StrokeTrace {
    contact::Side hand = contact::Side::left;
    int step = 0; ///< of the drill, in the middle of the stroke
    Vec2 travel_m;
    std::vector<StrokePoint> points; ///< stroke_points of them

    [[nodiscard]] double begin_s() const { return points.empty() ? 0 : points.front().t_s; }

    [[nodiscard]] double end_s() const { return points.empty() ? 0 : points.back().t_s; }

    [[nodiscard]] double length_m() const { return points.empty() ? 0 : points.back().way_m; }

    /// Share 0..1 of the way that lies behind the hand at a time, clamped to the stroke.
    [[nodiscard]] double share_at(double t_s) const;

    /// Time at which that share of the way lies behind the hand.
    [[nodiscard]] double time_at(double share) const;

    friend bool operator==(const StrokeTrace&, const StrokeTrace&) = default;
};

/// Values known at places of a way, at `count` >= 2 even steps of it, ends included. way_m: never falling, as
/// long as `values`; where the hand rests the last value holds. A way of no length gives its first value
/// throughout.
std::vector<double> by_arc_length(std::span<const double> way_m, std::span<const double> values,
                                  std::size_t count);

/// `stroke`: as segment() cut it from `samples`. Pure.
StrokeTrace trace_stroke(std::span<const TraceSample> samples, const Stroke& stroke);

} // namespace tactus::strokes
