#pragma once
/// Signed distances of the few primitives that bodies and bones are made of, and their smooth unions. Metres;
/// negative inside. Pure functions: any thread, never throw.

#include "sim/math/interpolation.hpp"
#include "sim/math/vec.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace tactus::anatomy {

/// Quadratic smooth union; k is the width of the blend in metres. Equals min(a, b) where |a - b| >= k.
inline float smooth_union(float a, float b, float k) {
    const float h = std::max(k - std::fabs(a - b), 0.0F) / k;
    return std::min(a, b) - h * h * k * 0.25F;
}

/// Smooth intersection, the union's mirror.
inline float smooth_intersection(float a, float b, float k) { return -smooth_union(-a, -b, k); }

/// Capsule whose radius runs linearly from a to b; a few per cent off a true distance at our tapers.
inline float tapered_capsule(Vec3 p, Vec3 a, Vec3 b, float radius_a, float radius_b) {
    const Vec3 ab = b - a;
    const Vec3 ap = p - a;
    const float t = math::clamp01(glm::dot(ap, ab) / std::max(glm::dot(ab, ab), 1e-12F));
    return glm::length(ap - ab * t) - math::mix(radius_a, radius_b, t);
}

/// Round limb from a to b whose radius follows a smooth curve through evenly spaced values (two or more).
inline float profiled_capsule(Vec3 p, Vec3 a, Vec3 b, std::span<const float> radii) {
    const Vec3 ab = b - a;
    const Vec3 ap = p - a;
    const float t = math::clamp01(glm::dot(ap, ab) / std::max(glm::dot(ab, ab), 1e-12F));
    const auto last = static_cast<int>(radii.size()) - 1;
    const float place = t * static_cast<float>(last);
    const int i = std::min(static_cast<int>(place), last - 1);
    // Mirrored at the ends, where the curve then runs level into the round caps without a ledge.
    const auto radius = [&](int k) {
        return radii[static_cast<std::size_t>(k < 0 ? -k : (k > last ? 2 * last - k : k))];
    };
    const float s = place - static_cast<float>(i);
    const float slope_a = 0.5F * (radius(i + 1) - radius(i - 1));
    const float slope_b = 0.5F * (radius(i + 2) - radius(i));
    const float s2 = s * s;
    const float s3 = s2 * s;
    const float r = (2 * s3 - 3 * s2 + 1) * radius(i) + (s3 - 2 * s2 + s) * slope_a +
                    (3 * s2 - 2 * s3) * radius(i + 1) + (s3 - s2) * slope_b;
    return glm::length(ap - ab * t) - r;
}

/// First-order distance to an ellipsoid (k0 (k0 - 1) / k1 of Quilez' bound).
inline float ellipsoid(Vec3 p, Vec3 centre, Vec3 radii) {
    const Vec3 scaled = (p - centre) / radii;
    const float k0 = glm::length(scaled);
    const float k1 = glm::length(scaled / radii);
    return k1 < 1e-6F ? -std::min(radii.x, std::min(radii.y, radii.z)) : k0 * (k0 - 1.0F) / k1;
}

/// Distance to a triangle with rounded edges.
inline float rounded_triangle(Vec3 p, const std::array<Vec3, 3>& corner, float half_thickness) {
    const auto squared = [](Vec3 v) { return glm::dot(v, v); };
    const Vec3 normal = glm::cross(corner[1] - corner[0], corner[0] - corner[2]);
    bool above = true;
    float edge = 1e9F;
    for (std::size_t i = 0; i < 3; ++i) {
        const Vec3 side = corner[(i + 1) % 3] - corner[i];
        const Vec3 to = p - corner[i];
        above = above && glm::dot(glm::cross(side, normal), to) >= 0;
        edge = std::min(edge, squared(side * math::clamp01(glm::dot(side, to) / squared(side)) - to));
    }
    const float height = glm::dot(normal, p - corner[0]);
    return std::sqrt(above ? height * height / squared(normal) : edge) - half_thickness;
}

/// Distance in the plane to the segment a-b.
inline float segment_distance(Vec2 p, Vec2 a, Vec2 b) {
    const Vec2 ab = b - a;
    return glm::length(p - a - ab * math::clamp01(glm::dot(p - a, ab) / std::max(glm::dot(ab, ab), 1e-12F)));
}

} // namespace tactus::anatomy
