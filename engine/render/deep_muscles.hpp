#pragma once
/// The muscles under the superficial ones, as the anatomy view draws them: bands between an origin and an
/// insertion in spine coordinates. For the picture alone; the tissue knows them as thickness.

#include "sim/math/vec.hpp"

#include <string_view>

namespace tactus::render {

/// What lies at a place of the deep layer.
struct DeepSample {
    int band;         ///< index for deep_muscle_name; -1 = only ribs and membranes there
    float edge;       ///< distance to the nearest seam, in units of u
    float across;     ///< coordinate across the fibres, metres
    float along;      ///< coordinate along them, metres
    float tendon = 0; ///< 0 meat .. 1 sinew
};

/// The deep muscle at spine coordinates; symmetric in u. Pure.
DeepSample deep_muscle_at(float u, float v);

/// "longissimus"; empty for -1.
std::string_view deep_muscle_name(int band);

} // namespace tactus::render
