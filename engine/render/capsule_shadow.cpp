#include "engine/render/capsule_shadow.hpp"

#include "shaders/shared/lights.h"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

constexpr float sky_reach_m = 0.05F;
/// The key light comes from the left and above: shadows fall to the right, at most this far.
constexpr float key_reach_m = 0.09F;
/// Beyond this from a capsule's axis neither matters.
constexpr float capsule_reach_m = 0.07F;
/// Half the key's size over its distance: how fast a shadow's edge widens.
constexpr float penumbra = 0.20F;

/// Squared distance between a ray and a segment, and how far along the ray.
struct Approach {
    float distance_m;
    float along_m;
    float radius_m;
};

Approach closest_approach(Vec3 origin, Vec3 direction, const contact::Capsule& capsule) {
    const Vec3 axis = capsule.b - capsule.a;
    const Vec3 from = origin - capsule.a;
    const float aa = std::max(glm::dot(axis, axis), 1e-10F);
    const float ad = glm::dot(axis, direction);
    const float fa = glm::dot(from, axis);
    const float fd = glm::dot(from, direction);
    const float det = std::max(aa - ad * ad, 1e-10F);
    const float s = math::clamp01((fa - fd * ad) / det);
    const Vec3 on_axis = capsule.a + axis * s;
    const float t = std::max(glm::dot(on_axis - origin, direction), 0.0F);
    return {glm::length(origin + direction * t - on_axis), t,
            math::mix(capsule.radius_a_m, capsule.radius_b_m, s)};
}

/// Share of the sky behind a sphere of that radius around the closest point of the capsule.
float sky_blocked(Vec3 place, Vec3 normal, const contact::Capsule& capsule) {
    const Vec3 axis = capsule.b - capsule.a;
    const float s = math::clamp01(glm::dot(place - capsule.a, axis) / std::max(glm::dot(axis, axis), 1e-10F));
    const Vec3 to = capsule.a + axis * s - place;
    const float radius = math::mix(capsule.radius_a_m, capsule.radius_b_m, s);
    const float squared = std::max(glm::dot(to, to), radius * radius);
    const float distance = std::sqrt(squared);
    const float facing = math::clamp01(0.3F + 0.7F * glm::dot(to, normal) / distance);
    return facing * radius * radius / squared;
}

} // namespace

CapsuleShadow::CapsuleShadow(std::span<const contact::Capsule> capsules) : low_(1e9F), high_(-1e9F) {
    capsules_.assign(capsules.begin(), capsules.end());
    for (const contact::Capsule& capsule : capsules_) {
        low_ = glm::min(low_, glm::min(capsule.a, capsule.b));
        high_ = glm::max(high_, glm::max(capsule.a, capsule.b));
    }
    low_ -= Vec3(sky_reach_m);
    high_ += Vec3(key_reach_m, sky_reach_m, key_reach_m);
}

bool CapsuleShadow::reaches_row(float z_m) const { return z_m > low_.z && z_m < high_.z; }

bool CapsuleShadow::reaches(Vec3 place) const { return place.x > low_.x && place.x < high_.x; }

CapsuleShadow::Open CapsuleShadow::at(Vec3 place, Vec3 normal) const {
    const Vec3 to_key = glm::normalize(shared::key_centre - place);
    Open open{1, 1};
    for (const contact::Capsule& capsule : capsules_) {
        // Most of a hand is far from most of its surroundings.
        const Vec3 to_middle = 0.5F * (capsule.a + capsule.b) - place;
        const float reach = capsule_reach_m + 0.5F * glm::length(capsule.b - capsule.a);
        if (glm::dot(to_middle, to_middle) > reach * reach) {
            continue;
        }
        open.sky *= 1 - 0.75F * sky_blocked(place, normal, capsule);
        const Approach near = closest_approach(place, to_key, capsule);
        const float edge = 0.003F + penumbra * near.along_m;
        open.key = std::min(open.key, math::smoothstep(-edge, edge, near.distance_m - near.radius_m));
    }
    return open;
}

} // namespace tactus::render
