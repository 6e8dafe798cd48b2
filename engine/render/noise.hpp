#pragma once
/// Value noise for baked patterns of skin and cloth. Pure functions; 0..1.

#include "sim/math/vec.hpp"

namespace tactus::render {

/// Even hash of a lattice cell.
float cell_noise(glm::ivec3 cell);

/// Smooth value noise with a period of about one unit.
float value_noise(Vec3 point);

/// Octaves of value noise at halving amplitude.
float fractal_noise(Vec3 point, int octaves);

} // namespace tactus::render
