#pragma once
/// The frame and units inside the solver: mm, kPa, mN; across, along the spine, dorsal. Column, row and layer
/// then form a right-handed triple. From the body frame it is a swap of y and z: a reflection, which
/// neither isotropic tissue nor fibres can tell, once their directions are swapped too.

#include "sim/math/vec.hpp"

namespace tactus::tissue {

inline Vec3 to_grid_direction(Vec3 v) { return {v.x, v.z, v.y}; }

inline Vec3 from_grid_direction(Vec3 v) { return {v.x, v.z, v.y}; }

inline Vec3 to_grid_mm(Vec3 metres) { return to_grid_direction(metres) * 1000.0F; }

inline Vec3 from_grid_m(Vec3 millimetres) { return from_grid_direction(millimetres) * 0.001F; }

} // namespace tactus::tissue
