#include "engine/render/occlusion.hpp"

#include "shaders/shared/lights.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::render {
namespace {

constexpr float occlusion_cell_m = 0.015F;
constexpr Vec3 lattice_low(-0.62F, -0.16F, -0.44F);
constexpr Vec2 lattice_far(0.62F, 1.60F); ///< x, z
constexpr float ray_m = 0.3F;
constexpr int sky_rays = 24;

constexpr AreaLight key_light{shared::key_centre, shared::key_edge_u, shared::key_edge_v};
constexpr AreaLight rim_light{shared::rim_centre, shared::rim_edge_u, shared::rim_edge_v};

/// Points of the R2 sequence (Roberts 2018), even over the unit square.
Vec2 even_point(int index) {
    const auto i = static_cast<float>(index) + 0.5F;
    return {i * 0.7548776662F - std::floor(i * 0.7548776662F),
            i * 0.5698402910F - std::floor(i * 0.5698402910F)};
}

} // namespace

Occlusion::Occlusion(const Field& solid, float highest_m)
    : count_(glm::ivec3((Vec3(lattice_far.x, highest_m, lattice_far.y) - lattice_low) / occlusion_cell_m) +
             1) {
    values_.resize(static_cast<std::size_t>(count_.x) * static_cast<std::size_t>(count_.y) *
                   static_cast<std::size_t>(count_.z));
    std::size_t index = 0;
    for (int z = 0; z < count_.z; ++z) {
        for (int y = 0; y < count_.y; ++y) {
            for (int x = 0; x < count_.x; ++x) {
                values_[index++] = solid(lattice_low + Vec3(x, y, z) * occlusion_cell_m);
            }
        }
    }
}

float Occlusion::distance(Vec3 point) const {
    const Vec3 q = (point - lattice_low) / occlusion_cell_m;
    const glm::ivec3 cell(glm::floor(q));
    if (glm::any(glm::lessThan(cell, glm::ivec3(0))) || glm::any(glm::greaterThanEqual(cell + 1, count_))) {
        return ray_m;
    }
    const Vec3 t = q - Vec3(cell);
    const float* corner =
        &values_[(static_cast<std::size_t>(cell.z) * count_.y + cell.y) * count_.x + cell.x];
    const auto row = [&](const float* from) { return from[0] + (from[1] - from[0]) * t.x; };
    const auto face = [&](const float* from) {
        const float low = row(from);
        return low + (row(from + count_.x) - low) * t.y;
    };
    const auto layer = static_cast<std::ptrdiff_t>(count_.x) * count_.y;
    const float near = face(corner);
    return near + (face(corner + layer) - near) * t.z;
}

float Occlusion::lit(Vec3 origin, Vec3 direction, float length_m) const {
    float at = 0;
    float open = 1;
    while (at < length_m) {
        const float room = distance(origin + direction * at);
        open = std::min(open, room / (0.003F + 0.05F * at));
        if (open <= 0) {
            return 0;
        }
        at += std::max(room * 0.8F, 0.006F);
    }
    return std::clamp(open, 0.0F, 1.0F);
}

float Occlusion::lit_share(Vec3 origin, Vec3 normal, const AreaLight& light) const {
    constexpr int rays = 12;
    float sum = 0;
    for (int ray = 0; ray < rays; ++ray) {
        const Vec2 place = even_point(ray) * 2.0F - 1.0F;
        const Vec3 to = light.centre + light.u * place.x + light.v * place.y - origin;
        const float length = glm::length(to);
        // A ray that starts below the horizon would meet the surface it starts from; the shader's cosine
        // darkens it.
        const Vec3 lifted = origin + normal * std::max(0.0F, -glm::dot(normal, to / length) * 0.02F);
        sum += lit(lifted, to / length, std::min(length, 1.0F));
    }
    return sum / rays;
}

Openness Occlusion::at(Vec3 point, Vec3 normal) const {
    // Start where the coarse lattice says outside, or its own roundness would shade every dent.
    const Vec3 origin =
        point + normal * (0.012F + std::max(0.0F, 0.010F - distance(point + normal * 0.012F)));
    Openness open;
    open.key = lit_share(origin, normal, key_light);
    open.rim = lit_share(origin, normal, rim_light);
    const Vec3 up = std::fabs(normal.y) < 0.9F ? Vec3(0, 1, 0) : Vec3(1, 0, 0);
    const Vec3 side = glm::normalize(glm::cross(up, normal));
    const Vec3 front = glm::cross(normal, side);
    float sky = 0;
    for (int ray = 0; ray < sky_rays; ++ray) {
        const Vec2 place = even_point(ray);
        const float radius = std::sqrt(place.x);
        const float turn = 6.2831853F * place.y;
        const Vec3 direction = side * (radius * std::cos(turn)) + front * (radius * std::sin(turn)) +
                               normal * std::sqrt(1 - place.x);
        sky += lit(origin, direction, 0.5F);
    }
    open.sky = sky / sky_rays;
    return open;
}

} // namespace tactus::render
