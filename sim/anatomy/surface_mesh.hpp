#pragma once
/// Triangle meshes of implicit surfaces: naive surface nets with block skipping.

#include "sim/math/vec.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace tactus::anatomy {

struct SurfaceMesh {
    std::vector<Vec3> positions;
    std::vector<Vec3> normals;            ///< outward, unit, from the field rather than from the triangles
    std::vector<std::uint32_t> triangles; ///< three indices a triangle, counter-clockwise from outside
};

/// Meshes the zero set of a signed distance (negative inside, slope at most 1.5; where it is steeper the
/// surface is followed, but a part of its own may be missed) within a box. Closed: every edge belongs to two
/// triangles, but where the surface leaves the box. cell_m: edge of the grid's cells in metres; vertices are
/// slid onto the surface after. Deterministic; any thread.
SurfaceMesh polygonise(const std::function<float(Vec3)>& field, Vec3 low, Vec3 high, float cell_m);

} // namespace tactus::anatomy
