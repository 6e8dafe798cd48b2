#pragma once
/// The relief of a back brought out for the eye. A camera a metre and a half away takes in light from lamps
/// that are wide and a room that is bright: millimetres of muscle and bone, plain under the fingers, are lost
/// in it.

#include "sim/anatomy/skin_grid.hpp"

#include <vector>

namespace tactus::render {

/// The grid's normals, leaning further away from those of their surroundings: what rises or sinks within
/// about two centimetres stands out by nearly half as much again. Unit; places are not moved.
std::vector<Vec3> raised_normals(const anatomy::SkinGrid& grid);

/// Share of the sky that the relief within three centimetres leaves open at each place of the grid (the
/// horizons of Bavoil et al. 2008), 0..1; hollows are deepened. What is further away, the baked light of the
/// mesh has.
std::vector<float> relief_sky(const anatomy::SkinGrid& grid);

} // namespace tactus::render
