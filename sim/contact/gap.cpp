#include "sim/contact/tool.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tactus::contact {

namespace {

/// The surface of a tapered capsule is a cone tangent to two spheres. Its normal leans toward the thin end by
/// an angle with sine (ra - rb) / length, so the centre of the touching ball is the foot on the axis shifted
/// by that tangent.
Gap capsule_gap(const Capsule& capsule, Vec3 point) {
    Vec3 a = capsule.a;
    float ra = capsule.radius_a_m;
    float rb = capsule.radius_b_m;
    const Vec3 line = capsule.b - capsule.a;
    const float length = std::sqrt(glm::dot(line, line));
    Vec3 centre = a;
    float radius = ra;
    if (length <= std::fabs(ra - rb) + 1e-6F) {
        centre = ra >= rb ? capsule.a : capsule.b;
        radius = std::max(ra, rb);
    } else {
        const Vec3 axis = line / length;
        const float sine = (ra - rb) / length;
        const Vec3 d = point - a;
        const float along = glm::dot(d, axis);
        const float away = std::sqrt(std::max(0.0F, glm::dot(d, d) - along * along));
        const float foot = std::clamp(along - away * sine / std::sqrt(1 - sine * sine), 0.0F, length);
        centre = a + axis * foot;
        radius = ra - sine * foot;
    }
    const Vec3 out = point - centre;
    const float reach = std::sqrt(glm::dot(out, out));
    return {reach - radius, reach > 1e-9F ? out / reach : Vec3{0, 1, 0}};
}

} // namespace

Gap gap(std::span<const Capsule> capsules, Vec3 point, Vec3 shift) {
    assert(!capsules.empty());
    Gap nearest = capsule_gap(capsules.front(), point - shift);
    for (const Capsule& capsule : capsules.subspan(1)) {
        const Gap here = capsule_gap(capsule, point - shift);
        if (here.distance_m < nearest.distance_m) {
            nearest = here;
        }
    }
    return nearest;
}

} // namespace tactus::contact
