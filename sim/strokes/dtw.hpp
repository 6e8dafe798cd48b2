#pragma once
/// Dynamic time warping of two strokes (Sakoe and Chiba 1978; facts 8.2, path vs expert).

#include "sim/strokes/arc_length.hpp"

#include <array>
#include <span>
#include <utility>
#include <vector>

namespace tactus::strokes {

/// Across, along, force and speed, each divided by what counts as one unit of it.
using Feature = std::array<double, 4>;

/// What one unit of each feature is (facts 8.2): 5 cm, half the width of the force band, the speed wanted.
struct FeatureScale {
    double force_n = 10;
    double speed_m_s = 0.13;
};

/// The points of a stroke as features; places are counted from `origin_m`.
std::vector<Feature> features_of(const StrokeTrace& stroke, const FeatureScale& scale,
                                 Vec2 origin_m = Vec2(0));

/// How one sequence lies on another.
struct Warp {
    double distance = 0; ///< sum along the cheapest way, over the number of its steps; 0 = alike
    std::vector<std::pair<std::size_t, std::size_t>>
        steps; ///< index in the first, in the second; from end to end
};

/// The cheapest way from both beginnings to both ends, D(i,j) = d(i,j) + min(D(i-1,j), D(i,j-1), D(i-1,j-1)),
/// d Euclidean, within a band about the diagonal of `band_share` of the longer length on either side. No
/// steps and distance 0 when either is empty. Pure.
Warp warp(std::span<const Feature> first, std::span<const Feature> second, double band_share);

} // namespace tactus::strokes
