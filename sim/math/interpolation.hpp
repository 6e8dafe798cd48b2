#pragma once
/// The few shaping functions that bodies, tools and marks are written with. Pure; any scalar type.

#include "sim/math/transcendental.hpp"

#include <algorithm>

namespace tactus::math {

inline float mix(float a, float b, float t) { return a + (b - a) * t; }

inline float clamp01(float t) { return std::min(1.0F, std::max(0.0F, t)); }

/// 0 at a, 1 at b, flat at both ends; a > b gives the falling step.
inline float smoothstep(float a, float b, float x) {
    const float t = clamp01((x - a) / (b - a));
    return t * t * (3 - 2 * t);
}

/// Gaussian bump of height 1 and deviation `sigma` at x = 0.
inline float gauss(float x, float sigma) { return math::exp(-0.5F * x * x / (sigma * sigma)); }

/// 100 at a, 0 at b, clamped: the shape of every mark (facts 7.3).
inline double lin(double x, double a, double b) { return 100.0 * std::clamp((x - b) / (a - b), 0.0, 1.0); }

} // namespace tactus::math
