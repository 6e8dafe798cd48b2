#include "engine/render/capsule_shadow.hpp"

#include "engine/render/many_at_once.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

constexpr float sky_reach_m = 0.05F;
/// Shadows of the key light fall away from it, at most this far.
constexpr float key_reach_m = 0.10F;
constexpr float key_fades_m = 0.035F;
/// A capsule further from a place than this many of its radii takes a hundredth of its sky.
constexpr float sky_reach_radii = 7;
constexpr float sky_reach_most_m = 0.105F;
/// Half the key's size over its distance: how fast a shadow's edge widens.
constexpr float penumbra = 0.20F;

constexpr float widest_edge_m = 0.003F + penumbra * key_reach_m;

/// How far a shadow has faded that far from what throws it.
float faded(float way_m) {
    constexpr float per_m = 1 / (key_reach_m - key_fades_m);
    const float t = math::clamp01((way_m - key_fades_m) * per_m);
    return t * t * (3 - 2 * t);
}

float dot(float ax, float ay, float az, Vec3 b) { return ax * b.x + ay * b.y + az * b.z; }

} // namespace

void ShadedPatch::add(Vec3 place, Vec3 normal) {
    x[count] = place.x;
    y[count] = place.y;
    z[count] = place.z;
    normal_x[count] = normal.x;
    normal_y[count] = normal.y;
    normal_z[count] = normal.z;
    ++count;
}

void CapsuleShadow::set_hand(std::span<const contact::Capsule> capsules) {
    casters_.clear();
    low_ = Vec3(1e9F);
    high_ = Vec3(-1e9F);
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
    const Vec3 from_key = .5F * (low_ + high_) - key_m_;
    const auto reach = [&](float sign) {
        return Vec3(sign * from_key.x > 0 ? key_reach_m : sky_reach_m,
                    sign * from_key.y > 0 && std::fabs(from_key.y) > std::fabs(from_key.x) ? key_reach_m
                                                                                           : sky_reach_m,
                    sign * from_key.z > 0 ? key_reach_m : sky_reach_m);
    };
    low_ -= reach(-1);
    high_ += reach(1);
}

// What a place asks of each capsule, asked for all places of a ball at once: most of a hand is far from most
// of its surroundings, or to the side of their ray to the key. The key is so far, 1.7 m and more, that over
// the ball its direction takes the ray aside at what throws a shadow by less than a sixth of the ball's
// radius.
bool CapsuleShadow::look_around(Vec3 place, float radius_m) {
    const Vec3 to_key = glm::normalize(key_m_ - place);
    const float room_m = 1.16F * radius_m;
    sky_casters_.clear();
    key_casters_.clear();
    for (const Caster& caster : casters_) {
        const Vec3 to_middle = caster.middle - place;
        const float squared = glm::dot(to_middle, to_middle);
        const float sky_m = caster.sky_reach_m + radius_m;
        if (squared < sky_m * sky_m) {
            sky_casters_.push_back(caster);
        }
        const float toward = glm::dot(to_middle, to_key);
        const float beside = caster.half_reach_m + widest_edge_m + room_m;
        if (toward > -beside && toward < key_reach_m + caster.half_reach_m + room_m &&
            squared - toward * toward < beside * beside) {
            key_casters_.push_back(caster);
        }
    }
    return !sky_casters_.empty() || !key_casters_.empty();
}

/// Each place keeps the share of the sky that is left by a sphere of the capsule's radius around its closest
/// point.
MANY_AT_ONCE void CapsuleShadow::darken_sky(const Caster& of, ShadedPatch& patch) {
    const Caster caster = of; // a copy that no store can change: the loop runs over several places at once
    for (std::size_t k = 0; k < patch.count; ++k) {
        const float from_x = patch.x[k] - caster.a.x;
        const float from_y = patch.y[k] - caster.a.y;
        const float from_z = patch.z[k] - caster.a.z;
        const float s =
            math::clamp01(dot(from_x, from_y, from_z, caster.axis) * caster.inverse_squared_length);
        const float to_x = caster.axis.x * s - from_x;
        const float to_y = caster.axis.y * s - from_y;
        const float to_z = caster.axis.z * s - from_z;
        const float radius = caster.radius_a_m + caster.radius_step_m * s;
        const float squared = std::max(to_x * to_x + to_y * to_y + to_z * to_z, radius * radius);
        const float up = to_x * patch.normal_x[k] + to_y * patch.normal_y[k] + to_z * patch.normal_z[k];
        const float facing = math::clamp01(0.3F + 0.7F * up / std::sqrt(squared));
        const float left = 1 - 0.75F * facing * radius * radius / squared;
        const float off_x = caster.middle.x - patch.x[k];
        const float off_y = caster.middle.y - patch.y[k];
        const float off_z = caster.middle.z - patch.z[k];
        const float off = off_x * off_x + off_y * off_y + off_z * off_z;
        patch.sky[k] *= off < caster.sky_reach_m * caster.sky_reach_m ? left : 1.0F;
    }
}

/// What passes at the closest approach of the ray to the key; a shadow's edge widens with the way.
MANY_AT_ONCE void CapsuleShadow::darken_key(const Caster& of, const KeyWays& to_key, ShadedPatch& patch) {
    const Caster caster = of;
    for (std::size_t k = 0; k < patch.count; ++k) {
        const float from_x = patch.x[k] - caster.a.x;
        const float from_y = patch.y[k] - caster.a.y;
        const float from_z = patch.z[k] - caster.a.z;
        const float along = dot(from_x, from_y, from_z, caster.axis);
        const float across = dot(to_key.x[k], to_key.y[k], to_key.z[k], caster.axis);
        const float toward = from_x * to_key.x[k] + from_y * to_key.y[k] + from_z * to_key.z[k];
        const float det = std::max(caster.squared_length - across * across, 1e-10F);
        const float on_axis = math::clamp01((along - toward * across) / det);
        const float axis_x = caster.axis.x * on_axis - from_x;
        const float axis_y = caster.axis.y * on_axis - from_y;
        const float axis_z = caster.axis.z * on_axis - from_z;
        const float way = std::max(axis_x * to_key.x[k] + axis_y * to_key.y[k] + axis_z * to_key.z[k], 0.0F);
        const float gap_x = to_key.x[k] * way - axis_x;
        const float gap_y = to_key.y[k] * way - axis_y;
        const float gap_z = to_key.z[k] * way - axis_z;
        const float edge = 0.003F + penumbra * way;
        const float clear = std::sqrt(gap_x * gap_x + gap_y * gap_y + gap_z * gap_z) - caster.radius_a_m -
                            caster.radius_step_m * on_axis;
        // What stands high over the skin hardly darkens it, and nothing ends at a border.
        const float shade = math::smoothstep(-edge, edge, clear);
        const float passes = math::mix(shade, 1.0F, faded(way));
        patch.key[k] = std::min(patch.key[k], passes);
    }
}

void CapsuleShadow::darken(ShadedPatch& patch) const {
    KeyWays to_key; // NOLINT(cppcoreguidelines-pro-type-member-init): as much of it as is read
    for (std::size_t k = 0; k < patch.count; ++k) {
        const float way_x = key_m_.x - patch.x[k];
        const float way_y = key_m_.y - patch.y[k];
        const float way_z = key_m_.z - patch.z[k];
        const float scale = 1 / std::sqrt(way_x * way_x + way_y * way_y + way_z * way_z);
        to_key.x[k] = way_x * scale;
        to_key.y[k] = way_y * scale;
        to_key.z[k] = way_z * scale;
        patch.sky[k] = 1;
        patch.key[k] = 1;
    }
    for (const Caster& caster : sky_casters_) {
        darken_sky(caster, patch);
    }
    for (const Caster& caster : key_casters_) {
        darken_key(caster, to_key, patch);
    }
}

} // namespace tactus::render
