#pragma once
/// Figures as tables and JSON show them.

#include "sim/math/transcendental.hpp"

#include <cmath>

namespace tactus::cli {

/// In radians; a table shows angles in degrees.
inline constexpr double degree = math::pi / 180;

inline double hundredths(double value) { return std::round(value * 100) / 100; }

inline double millionths(double value) { return std::round(value * 1e6) / 1e6; }

} // namespace tactus::cli
