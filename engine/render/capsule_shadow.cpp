#include "engine/render/capsule_shadow.hpp"

#include "shaders/shared/lights.h"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace tactus::render {
namespace {

constexpr float sky_reach_m = 0.05F;
/// The key light comes from the left and above: shadows fall to the right, at most this far.
constexpr float key_reach_m = 0.10F;
constexpr float key_fades_m = 0.035F;
/// A capsule further from a place than this many of its radii takes a hundredth of its sky.
constexpr float sky_reach_radii = 7;
constexpr float sky_reach_most_m = 0.105F;
/// Half the key's size over its distance: how fast a shadow's edge widens.
constexpr float penumbra = 0.20F;

constexpr float widest_edge_m = 0.003F + penumbra * key_reach_m;

/// A place that gets less than this of either light is dark enough.
constexpr float dark = 0.02F;

} // namespace

CapsuleShadow::CapsuleShadow(std::span<const contact::Capsule> capsules) : low_(1e9F), high_(-1e9F) {
    for (const contact::Capsule& capsule : capsules) {
        Caster caster{};
        caster.a = capsule.a;
        caster.axis = capsule.b - capsule.a;
        caster.middle = 0.5F * (capsule.a + capsule.b);
        caster.squared_length = std::max(glm::dot(caster.axis, caster.axis), 1e-10F);
        caster.inverse_squared_length = 1 / caster.squared_length;
        caster.radius_a_m = capsule.radius_a_m;
        caster.radius_step_m = capsule.radius_b_m - capsule.radius_a_m;
        const float half_m = 0.5F * std::sqrt(caster.squared_length);
        const float radius_m = std::max(capsule.radius_a_m, capsule.radius_b_m);
        caster.sky_reach_m = half_m + std::min(sky_reach_radii * radius_m, sky_reach_most_m);
        caster.half_reach_m = half_m + radius_m;
        casters_.push_back(caster);
        low_ = glm::min(low_, glm::min(capsule.a, capsule.b));
        high_ = glm::max(high_, glm::max(capsule.a, capsule.b));
    }
    std::ranges::stable_sort(casters_, std::ranges::greater(), &Caster::radius_a_m);
    low_ -= Vec3(sky_reach_m);
    high_ += Vec3(key_reach_m, sky_reach_m, key_reach_m);
    near_ = casters_;
}

bool CapsuleShadow::reaches_row(float z_m) const { return z_m > low_.z && z_m < high_.z; }

bool CapsuleShadow::reaches(Vec3 place) const { return place.x > low_.x && place.x < high_.x; }

/// The share of the sky that is left by a sphere of the capsule's radius around its closest point.
float CapsuleShadow::sky_past(const Caster& caster, Vec3 place, Vec3 normal) {
    const Vec3 from = place - caster.a;
    const float s = math::clamp01(glm::dot(from, caster.axis) * caster.inverse_squared_length);
    const Vec3 to = caster.axis * s - from;
    const float radius = caster.radius_a_m + caster.radius_step_m * s;
    const float squared = std::max(glm::dot(to, to), radius * radius);
    const float facing = math::clamp01(0.3F + 0.7F * glm::dot(to, normal) / std::sqrt(squared));
    return 1 - 0.75F * facing * radius * radius / squared;
}

/// What passes at the closest approach of the ray to the key; a shadow's edge widens with the way.
float CapsuleShadow::key_past(const Caster& caster, Vec3 place, Vec3 to_key) {
    const Vec3 from = place - caster.a;
    const float along = glm::dot(from, caster.axis);
    const float across = glm::dot(caster.axis, to_key);
    const float toward = glm::dot(from, to_key);
    const float det = std::max(caster.squared_length - across * across, 1e-10F);
    const float on_axis = math::clamp01((along - toward * across) / det);
    const Vec3 at_axis = caster.axis * on_axis - from;
    const float way = std::max(glm::dot(at_axis, to_key), 0.0F);
    const Vec3 gap = to_key * way - at_axis;
    const float edge = 0.003F + penumbra * way;
    const float clear = std::sqrt(glm::dot(gap, gap)) - caster.radius_a_m - caster.radius_step_m * on_axis;
    // What stands high over the skin hardly darkens it, and nothing ends at a border.
    const float shade = math::smoothstep(-edge, edge, clear);
    return math::mix(shade, 1.0F, math::smoothstep(key_fades_m, key_reach_m, way));
}

// What a place asks of each capsule, asked for all places of a ball at once. The key is so far that its
// direction turns less over the ball than half the ball is wide at what can throw a shadow.
bool CapsuleShadow::look_around(Vec3 place, float radius_m) {
    const Vec3 to_key = glm::normalize(shared::key_centre - place);
    const float room_m = 1.5F * radius_m;
    near_.clear();
    std::ranges::copy_if(casters_, std::back_inserter(near_), [&](const Caster& caster) {
        const Vec3 to_middle = caster.middle - place;
        const float squared = glm::dot(to_middle, to_middle);
        const float sky_m = caster.sky_reach_m + radius_m;
        const float toward = glm::dot(to_middle, to_key);
        const float beside = caster.half_reach_m + widest_edge_m + room_m;
        return squared < sky_m * sky_m ||
               (toward > -beside && toward < key_reach_m + caster.half_reach_m + room_m &&
                squared - toward * toward < beside * beside);
    });
    return !near_.empty();
}

// Most of a hand is far from most of its surroundings, or to the side of their ray to the key.
CapsuleShadow::Open CapsuleShadow::at(Vec3 place, Vec3 normal) const {
    const Vec3 to_key = glm::normalize(shared::key_centre - place);
    Open open{1, 1};
    for (const Caster& caster : near_) {
        const Vec3 to_middle = caster.middle - place;
        const float squared = glm::dot(to_middle, to_middle);
        if (squared < caster.sky_reach_m * caster.sky_reach_m) {
            open.sky *= sky_past(caster, place, normal);
        }
        const float toward = glm::dot(to_middle, to_key);
        const float beside = caster.half_reach_m + widest_edge_m;
        if (toward > -beside && toward < key_reach_m + caster.half_reach_m &&
            squared - toward * toward < beside * beside) {
            open.key = std::min(open.key, key_past(caster, place, to_key));
        }
        if (open.key <= 0 && open.sky < dark) {
            break;
        }
    }
    return open;
}

} // namespace tactus::render
