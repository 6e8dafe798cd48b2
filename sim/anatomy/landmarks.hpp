#pragma once
/// Palpable places of the back (facts 4.1) on this client's skin.

#include "sim/math/vec.hpp"

#include <string>

namespace tactus::anatomy {

struct Landmark {
    std::string id; ///< "C7", "T12", "inferior_angle_right", "PSIS_left"
    float u;
    float v;
    Vec3 position_m; ///< on the rest skin
};

} // namespace tactus::anatomy
