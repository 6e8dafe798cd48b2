#include "sim/anatomy/limbs.hpp"

#include "sim/anatomy/arm_pose.hpp"
#include "sim/anatomy/extremities.hpp"
#include "sim/anatomy/head.hpp"
#include "sim/anatomy/implicit_shapes.hpp"

namespace tactus::anatomy {
namespace {

using math::mix;

/// Lower bound of the distance to a box; limbs farther away than their blend cannot change the union.
float box_distance(Vec3 p, Vec3 low, Vec3 high) {
    return glm::length(glm::max(glm::max(low - p, p - high), Vec3(0)));
}

/// Rounds off the mirror plane, where two halves would meet in a crease down the nape.
Vec3 without_crease(Vec3 q) {
    constexpr float rounding_m = 0.018F;
    return {std::sqrt(q.x * q.x + rounding_m * rounding_m), q.y, q.z};
}

float neck_distance(const BodyFrame& f, Vec3 q) {
    const float s = f.breadth_scale;
    const float sex = f.parameters.sex == Sex::female ? .86F : 1.0F;
    const float base =
        .044F * s * mix(.92F, 1.08F, f.parameters.muscle) * sex + .0008F * (f.parameters.bmi - 23.0F);
    return tapered_capsule(without_crease(q), {.018F * s, .128F * s, -.010F},
                           {.014F * s, .138F * s, -.115F * f.stature_scale}, base, .040F * f.head_scale);
}

float buttock_distance(const BodyFrame& f, Vec3 q) {
    const float age = 1 - .10F * math::smoothstep(60.0F, 85.0F, f.parameters.age_years);
    const float g =
        (f.parameters.sex == Sex::female ? 1.04F : 1.0F) * (1 + .013F * (f.parameters.bmi - 22.0F)) * age;
    return ellipsoid(q, {.082F * f.breadth_scale, .130F * f.breadth_scale, 1.41F * f.spine_length_m},
                     Vec3(.094F, .098F, .118F) * g);
}

float join_head(const BodyFrame& f, Vec3 q, float d) {
    constexpr float neck_blend = .045F;
    const float s = f.breadth_scale;
    const Vec3 low(-.11F, -.02F, -.33F * f.stature_scale);
    const Vec3 high(.11F, .26F * s, .085F);
    if (box_distance(q, low, high) > d + neck_blend) {
        return d;
    }
    return smooth_union(smooth_union(d, neck_distance(f, q), neck_blend), head_distance(f, q), .030F);
}

/// Trapezius slope and shoulder cap, then the arm. The blend closes below the axilla, so that arm and flank
/// stay apart.
float join_arm(const BodyFrame& f, Vec3 q, float side, float d) {
    const float s = f.breadth_scale;
    const float length = f.spine_length_m;
    const Vec3 sh = f.shoulder;
    d = smooth_union(d,
                     tapered_capsule(without_crease(q), {.060F * s, .178F * s, .0F},
                                     {sh.x - .012F, .148F * s, .135F * length}, .034F * s, .036F * s),
                     .055F);
    d = smooth_union(d,
                     tapered_capsule(q, f.axilla + Vec3(side * f.axilla_shift_m, 0, 0),
                                     {sh.x - .010F, .118F * s, .33F * length}, .034F * s, .030F * s),
                     .045F);
    const float blend = mix(.060F, .006F, math::smoothstep(.27F * length, .44F * length, q.z));
    const float thick = .085F * f.limb_scale + .01F;
    const Vec3 el = upper_arm_posed(f, f.elbow);
    const Vec3 wr = forearm_posed(f, f.wrist);
    const Vec3 hand = f.arms == ArmPose::beside ? Vec3(0) : Vec3(.12F); // it points another way
    const Vec3 low = glm::min(sh, glm::min(el, wr)) - Vec3(thick) - hand;
    const Vec3 high = glm::max(sh, glm::max(el, wr)) + Vec3(thick, thick, .20F) + hand;
    return box_distance(q, low, high) > d + blend ? d : smooth_union(d, arm_distance(f, q), blend);
}

float join_leg(const BodyFrame& f, Vec3 q, float d) {
    constexpr float buttock_blend = .050F;
    const float s = f.breadth_scale;
    const Vec3 low(-.08F, -.05F, 1.41F * f.spine_length_m - .20F);
    const Vec3 high(.28F * s, .30F, 3.16F * f.spine_length_m + .23F);
    if (box_distance(q, low, high) > d + buttock_blend) {
        return d;
    }
    return smooth_union(smooth_union(d, buttock_distance(f, q), buttock_blend), leg_distance(f, q), .030F);
}

} // namespace

float join_limbs(const BodyFrame& frame, Vec3 point, float trunk_distance) {
    const Vec3 q(std::fabs(point.x), point.y, point.z);
    return join_leg(frame, q,
                    join_arm(frame, q, point.x < 0 ? -1.0F : 1.0F, join_head(frame, q, trunk_distance)));
}

} // namespace tactus::anatomy
