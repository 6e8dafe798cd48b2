#include "engine/render/deep_muscles.hpp"

#include "sim/math/interpolation.hpp"

#include <array>
#include <cmath>

namespace tactus::render {
namespace {

constexpr float aspect = 2.19F;     ///< makes v comparable with u
constexpr float metres_per_u = .2F; ///< of a mean body: fibres are as wide on every client

/// A flat muscle between two edges, corners in (u, v): from origin a-b to insertion d-c, fibres running from
/// one to the other. Later bands lie over earlier ones.
struct Band {
    std::string_view name;
    std::array<Vec2, 4> corner; ///< a, b, c, d around its outline
    float tendon;               ///< share of its length at either end that is sinew
};

const std::array bands = std::to_array<Band>({
    {"quadratus lumborum", {Vec2(.16F, .80F), Vec2(.34F, .82F), Vec2(.46F, 1.02F), Vec2(.22F, 1.04F)}, .05F},
    {"serratus posterior inferior",
     {Vec2(.02F, .62F), Vec2(.02F, .84F), Vec2(.62F, .70F), Vec2(.62F, .50F)},
     .30F},
    {"iliocostalis", {Vec2(.26F, .06F), Vec2(.40F, .08F), Vec2(.36F, 1.06F), Vec2(.20F, 1.10F)}, .16F},
    {"longissimus", {Vec2(.11F, -.14F), Vec2(.26F, -.10F), Vec2(.22F, 1.18F), Vec2(.08F, 1.22F)}, .16F},
    {"spinalis", {Vec2(.015F, .06F), Vec2(.10F, .06F), Vec2(.10F, .74F), Vec2(.015F, .74F)}, .10F},
    {"multifidus", {Vec2(.015F, .76F), Vec2(.085F, .76F), Vec2(.17F, 1.28F), Vec2(.015F, 1.30F)}, .06F},
    {"gluteus medius", {Vec2(.36F, 1.04F), Vec2(.90F, 1.06F), Vec2(1.00F, 1.52F), Vec2(.62F, 1.46F)}, .10F},
    {"piriformis", {Vec2(.14F, 1.30F), Vec2(.20F, 1.42F), Vec2(.95F, 1.56F), Vec2(.92F, 1.46F)}, .12F},
    {"teres major", {Vec2(.44F, .425F), Vec2(.52F, .47F), Vec2(.98F, .30F), Vec2(.90F, .27F)}, .12F},
    {"infraspinatus", {Vec2(.38F, .17F), Vec2(.44F, .42F), Vec2(.96F, .23F), Vec2(.92F, .165F)}, .16F},
    {"supraspinatus", {Vec2(.38F, .085F), Vec2(.40F, .150F), Vec2(.94F, .145F), Vec2(.90F, .100F)}, .16F},
    {"rhomboid major", {Vec2(.02F, .10F), Vec2(.02F, .26F), Vec2(.40F, .42F), Vec2(.36F, .20F)}, .10F},
    {"rhomboid minor", {Vec2(.02F, .02F), Vec2(.02F, .085F), Vec2(.36F, .185F), Vec2(.34F, .13F)}, .10F},
    {"levator scapulae", {Vec2(.10F, -.24F), Vec2(.20F, -.22F), Vec2(.38F, .12F), Vec2(.29F, .12F)}, .10F},
    {"splenius", {Vec2(.015F, -.24F), Vec2(.015F, .04F), Vec2(.05F, .04F), Vec2(.13F, -.24F)}, .10F},
});

Vec2 metric(Vec2 p) { return {p.x, p.y * aspect}; }

/// Distance to a quadrilateral's outline in units of u, negative inside.
float outline_distance(const std::array<Vec2, 4>& corner, Vec2 p) {
    float squared = 1e9F;
    bool inside = false;
    for (std::size_t i = 0, j = 3; i < 4; j = i++) {
        const Vec2 a = metric(corner[j]);
        const Vec2 b = metric(corner[i]);
        const Vec2 ab = b - a;
        const Vec2 off = p - a - ab * math::clamp01(glm::dot(p - a, ab) / glm::dot(ab, ab));
        squared = std::min(squared, glm::dot(off, off));
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside ? -std::sqrt(squared) : std::sqrt(squared);
}

} // namespace

DeepSample deep_muscle_at(float u, float v) {
    const Vec2 p(std::fabs(u), v * aspect);
    DeepSample sample{-1, 1, p.x * metres_per_u, p.y * metres_per_u};
    for (std::size_t i = bands.size(); i-- > 0;) {
        const float distance = outline_distance(bands[i].corner, p);
        sample.edge = std::min(sample.edge, std::fabs(distance));
        if (distance > 0) {
            continue;
        }
        const auto& c = bands[i].corner;
        const Vec2 origin = .5F * (metric(c[0]) + metric(c[1]));
        const Vec2 insertion = .5F * (metric(c[2]) + metric(c[3]));
        const Vec2 axis = glm::normalize(insertion - origin);
        const float share = glm::dot(p - origin, axis) / glm::length(insertion - origin);
        sample.band = static_cast<int>(i);
        sample.along = glm::dot(p - origin, axis) * metres_per_u;
        sample.across = glm::dot(p - origin, Vec2(-axis.y, axis.x)) * metres_per_u;
        const float ends = std::max(bands[i].tendon, .01F);
        sample.tendon =
            .85F * std::max(math::smoothstep(ends, 0, share), math::smoothstep(1 - ends, 1, share));
        break;
    }
    return sample;
}

std::string_view deep_muscle_name(int band) {
    return band < 0 ? std::string_view() : bands[static_cast<std::size_t>(band)].name;
}

} // namespace tactus::render
