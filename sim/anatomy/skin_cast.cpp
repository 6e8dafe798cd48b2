#include "sim/anatomy/skin_cast.hpp"

#include <cmath>

namespace tactus::anatomy {

Vec3 skin_above(const Body& body, float x, float z) {
    constexpr float start_m = 0.45F;
    Vec3 p(x, start_m, z);
    for (int step = 0; step < 80 && p.y > 0; ++step) {
        const float d = body.skin_distance(p);
        if (std::fabs(d) < 2e-5F) {
            break;
        }
        p.y -= d * 0.85F;
    }
    return {x, std::fmax(p.y, 0.0F), z};
}

Vec3 skin_at(const Body& body, float u, float v) {
    return skin_above(body, body.spine_x(v) + u * body.half_biacromial_m(), v * body.spine_length_m());
}

} // namespace tactus::anatomy
