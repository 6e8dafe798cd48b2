#include "sim/contact/capsule_foot.hpp"
#include "sim/contact/tool.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tactus::contact {

namespace {

Gap capsule_gap(const Capsule& capsule, Vec3 point) {
    const CapsuleFoot foot = capsule_foot(capsule, point);
    const Vec3 out = point - foot.centre;
    const float reach = std::sqrt(glm::dot(out, out));
    return {reach - foot.radius_m, reach > 1e-9F ? out / reach : Vec3{0, 1, 0}};
}

} // namespace

CapsuleFoot capsule_foot(const Capsule& capsule, Vec3 point) {
    const float ra = capsule.radius_a_m;
    const float rb = capsule.radius_b_m;
    const Vec3 line = capsule.b - capsule.a;
    const float length = std::sqrt(glm::dot(line, line));
    if (length <= std::fabs(ra - rb) + 1e-6F) {
        return {ra >= rb ? 0.0F : 1.0F, ra >= rb ? capsule.a : capsule.b, std::max(ra, rb)};
    }
    const Vec3 axis = line / length;
    const float sine = (ra - rb) / length;
    const Vec3 d = point - capsule.a;
    const float along = glm::dot(d, axis);
    const float away = std::sqrt(std::max(0.0F, glm::dot(d, d) - along * along));
    const float foot = std::clamp(along - away * sine / std::sqrt(1 - sine * sine), 0.0F, length);
    return {foot / length, capsule.a + axis * foot, ra - sine * foot};
}

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
