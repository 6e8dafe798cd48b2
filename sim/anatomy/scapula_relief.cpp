#include "sim/anatomy/scapula_relief.hpp"

#include "sim/anatomy/float_power.hpp"
#include "sim/anatomy/implicit_shapes.hpp"
#include "sim/anatomy/scapula_shape.hpp"

#include <array>
#include <cmath>

namespace tactus::anatomy {
namespace {

using math::clamp01;
using math::smoothstep;

/// Distance to a triangle in the plane, 0 inside. Smooth outside, so that what is built on it has no crease.
float outside_triangle(Vec2 p, const std::array<Vec2, 3>& corner) {
    float distance = 1e9F;
    bool inside = true;
    for (std::size_t i = 0; i < 3; ++i) {
        const Vec2 a = corner[i];
        const Vec2 b = corner[(i + 1) % 3];
        distance = std::min(distance, segment_distance(p, a, b));
        inside = inside && (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) >= 0;
    }
    return inside ? 0.0F : distance;
}

/// The blade under its muscles: a low mound that rises over 45 mm, with a soft medial border.
float blade_height(Vec2 p) {
    const std::array<Vec2, 3> core{Vec2(.084F, .062F), Vec2(.150F, .094F), Vec2(.097F, .176F)};
    float h = .0050F * smoothstep(.047F, .0F, outside_triangle(p, core));
    const float medial = p.x - medial_border_x(p.y);
    const float along = smoothstep(.030F, .075F, p.y) * (1 - smoothstep(.185F, .225F, p.y));
    // The border itself, a shallow valley beside it as wide as a thumb, and the inferior angle.
    h += .0012F * along * bump(medial - .004F, .0105F);
    h -= .0012F * along * bump(medial + .025F, .0165F);
    return h + .0017F * bump(glm::length(p - Vec2(.090F, .193F)), .0175F);
}

/// The crest of the scapular spine: it begins flat at the root and stands out toward the acromion.
float crest_height(const ReliefWeights& w, Vec2 p) {
    const float t = (p.x - .072F) / (acromion_x - .072F);
    const float along = smoothstep(-.05F, .55F, t) * (1 - smoothstep(.88F, 1.12F, t));
    const float off = p.y - scapular_crest_y(p.x);
    // Between thick muscles the crest lies in a valley rather than on a ridge.
    const float shows = 1.30F - .55F * w.muscle;
    return along * (.0030F * shows * bump(off, .0105F) - .0012F * bump(off - .024F, .0110F));
}

} // namespace

float scapula_height(const ReliefWeights& weights, Vec2 p) {
    const auto along = [&](Vec2 a, Vec2 b, float sigma) { return bump(segment_distance(p, a, b), sigma); };
    const float bone = (0.75F + 0.2F * weights.muscle) * blade_height(p) + crest_height(weights, p);
    float muscle = .0040F * along({.102F, .108F}, {.148F, .097F}, .0210F); // infraspinatus
    muscle += .0042F * along({.114F, .180F}, {.162F, .151F}, .0180F);      // teres major
    muscle -= .0008F * along({.106F, .148F}, {.158F, .124F}, .0110F);      // cleft between them
    muscle -= .0017F * along({.178F, .088F}, {.203F, .122F}, .0140F);      // behind the deltoid
    return weights.bone * bone + weights.muscle * muscle;
}

} // namespace tactus::anatomy
