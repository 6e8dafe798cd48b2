#pragma once
/// Palpable places of the back (facts 4.1) on this client's skin.

#include "sim/math/vec.hpp"

#include <string>
#include <vector>

namespace tactus::anatomy {

class Body;
struct SkinGrid;

/// One palpable place.
struct Landmark {
    std::string id; ///< "C7", "T12", "inferior_angle_right", "PSIS_left"
    float u;
    float v;
    Vec3 position_m; ///< on the rest skin
};

/// All rows of facts 4.1, midline ones once, the others right then left. Positions lie on the dorsal skin
/// above the place, even beyond the skin grid (acromion); a place that this client's flank does not reach
/// moves to the border of the grid, with u and v of there.
std::vector<Landmark> find_landmarks(const Body& body, const SkinGrid& grid);

} // namespace tactus::anatomy
