#include "sim/anatomy/lying_sizes.hpp"

#include "sim/anatomy/skin_cast.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::anatomy {
namespace {

/// First skin along a ray that starts inside the body.
float way_out_m(const Body& body, Vec3 inside, Vec3 direction) {
    float t = 0;
    for (int step = 0; step < 200; ++step) {
        const float d = body.skin_distance(inside + direction * t);
        if (d > -2e-5F) {
            break;
        }
        t += std::max(-d * .7F, 2e-5F);
    }
    return t;
}

/// First skin along a ray that comes from outside; `most_m` when there is none.
float way_in_m(const Body& body, Vec3 outside, Vec3 direction, float most_m) {
    float t = 0;
    for (int step = 0; step < 200 && t < most_m; ++step) {
        const float d = body.skin_distance(outside + direction * t);
        if (d < 2e-5F) {
            return t;
        }
        t += std::max(d * .8F, 2e-5F);
    }
    return most_m;
}

float girth_m(const Body& body, Vec3 centre) {
    constexpr int rays = 180;
    float girth = 0;
    Vec3 before(0);
    for (int i = 0; i <= rays; ++i) {
        const auto angle = static_cast<float>(2 * math::pi * i / rays);
        const Vec3 direction(math::sin(angle), math::cos(angle), 0);
        const Vec3 now = centre + direction * way_out_m(body, centre, direction);
        girth += i > 0 ? glm::length(now - before) : 0.0F;
        before = now;
    }
    return girth;
}

} // namespace

float lying_breadth_m(const Body& body, float v) {
    float right = 0;
    float left = 0;
    for (float share = 0.25F; share < 0.75F; share += 0.05F) {
        const Vec3 middle(body.spine_x(v), share * body.back_height(v), v * body.spine_length_m());
        const Vec3 aside(0.02F, 0, 0); // beside the cleft
        right = std::max(right, aside.x + way_out_m(body, middle + aside, Vec3(1, 0, 0)));
        left = std::max(left, aside.x + way_out_m(body, middle - aside, Vec3(-1, 0, 0)));
    }
    return left + right;
}

float lying_depth_m(const Body& body, float v) {
    float depth = 0;
    for (float u = -0.6F; u <= 0.601F; u += 0.04F) {
        depth = std::max(depth, skin_at(body, u, v).y);
    }
    return depth;
}

float greatest_lying_depth_m(const Body& body, float v_first, float v_last) {
    float depth = 0;
    for (float v = v_first; v <= v_last; v += 0.02F) {
        depth = std::max(depth, lying_depth_m(body, v));
    }
    return depth;
}

float lying_deltoid_breadth_m(const Body& body) {
    constexpr float start_m = 0.45F;
    float half = 0;
    for (float v = 0.14F; v <= 0.36F; v += 0.02F) {
        for (float y = 0.08F; y <= 0.18F; y += 0.01F) {
            const Vec3 outside(start_m, y, v * body.spine_length_m());
            half = std::max(half, start_m - way_in_m(body, outside, Vec3(-1, 0, 0), start_m));
        }
    }
    return 2 * half;
}

float lying_neck_girth_m(const Body& body) {
    float least = 10;
    for (float v = -0.26F; v <= -0.06F; v += 0.01F) {
        const float back = skin_at(body, 0, v).y;
        least = std::min(least, girth_m(body, {0, back - 0.06F, v * body.spine_length_m()}));
    }
    return least;
}

float lying_interscye_m(const Anatomy& anatomy) {
    const float v = anatomy.parameters.sex == Sex::female ? 0.39F : 0.41F;
    const GridPlace left = locate(anatomy.skin, -0.85F, v);
    const GridPlace right = locate(anatomy.skin, 0.85F, v);
    constexpr int pieces = 200;
    float length = 0;
    Vec3 before = surface(anatomy.skin, left).position;
    for (int i = 1; i <= pieces; ++i) {
        const float t = static_cast<float>(i) / pieces;
        const Vec3 now = surface(anatomy.skin, {math::mix(left.column, right.column, t), left.row}).position;
        length += glm::length(now - before);
        before = now;
    }
    return length;
}

float midline_length_m(const Anatomy& anatomy, float v_first, float v_last) {
    constexpr int pieces = 200;
    float length = 0;
    Vec3 before = skin_at(*anatomy.body, 0, v_first);
    for (int i = 1; i <= pieces; ++i) {
        const Vec3 now =
            skin_at(*anatomy.body, 0, math::mix(v_first, v_last, static_cast<float>(i) / pieces));
        length += glm::length(now - before);
        before = now;
    }
    return length;
}

} // namespace tactus::anatomy
