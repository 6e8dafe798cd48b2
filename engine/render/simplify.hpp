#pragma once
/// Leaves out vertices that are not missed. A software renderer pays for every triangle about as much as for
/// thirty pixels.

#include "engine/render/stage_mesh.hpp"

namespace tactus::render {

/// What a simpler mesh must keep.
struct SimplifyLimits {
    float off_m;     ///< how far its surface may leave the planes of the first one
    float edge_m;    ///< no new edge is longer: light is kept in vertices, and the skin's are moved later
    float least_dot; ///< of the normals of two vertices that become one
    int light = 14;  ///< most by which one byte of their light may differ from a neighbour's
    int tone = 10;   ///< and of their tone
};

/// Lets edges shrink into one of their ends, the least harmful first (Garland and Heckbert 1997). Rims stay
/// as they are. Vertices keep their attributes and order; those that are left are numbered anew.
void simplify(StageMesh& mesh, const SimplifyLimits& limits);

} // namespace tactus::render
