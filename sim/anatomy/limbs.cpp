#include "sim/anatomy/limbs.hpp"

#include "sim/anatomy/implicit_shapes.hpp"

namespace tactus::anatomy {
namespace {

using math::mix;

/// Lower bound of the distance to a box; limbs farther away than their blend cannot change the union.
float box_distance(Vec3 p, Vec3 low, Vec3 high) {
    return glm::length(glm::max(glm::max(low - p, p - high), Vec3(0)));
}

float head_distance(const BodyFrame& f, Vec3 q) {
    const float hs = f.head_scale;
    const float s = f.breadth_scale;
    const float sz = f.stature_scale;
    const float skull = ellipsoid(q, {0, .132F * s, -.178F * sz}, Vec3(.0755F, .097F, .106F) * hs);
    const float jaw = ellipsoid(q, {0, .070F * s, -.120F * sz}, Vec3(.055F, .062F, .075F) * hs);
    const float ear = ellipsoid(q, {.0765F * hs, .108F * s, -.150F * sz}, {.010F, .018F, .030F});
    return smooth_union(smooth_union(skull, jaw, .05F), ear, .008F);
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

/// A resting hand, palm up, fingers curled.
float hand_distance(const BodyFrame& f, Vec3 q) {
    const Vec3 h = f.wrist;
    const float hs = f.head_scale;
    float hand = tapered_capsule(q, h + Vec3(0, -.004F, .010F), h + Vec3(.004F, -.012F, .075F), .026F * hs,
                                 .030F * hs);
    const auto finger = [&](Vec3 from, Vec3 to, Vec2 radii, float blend) {
        hand = smooth_union(hand, tapered_capsule(q, h + from, h + to, radii.x, radii.y), blend);
    };
    finger({-.018F, -.010F, .070F}, {-.016F, .008F, .150F}, {.014F, .010F}, .016F);
    finger({.004F, -.014F, .080F}, {.004F, .004F, .165F}, {.014F, .010F}, .012F);
    finger({.024F, -.012F, .070F}, {.024F, .006F, .145F}, {.013F, .009F}, .012F);
    finger({-.026F, .002F, .030F}, {-.048F, .014F, .082F}, {.015F, .010F}, .022F);
    return hand;
}

float arm_distance(const BodyFrame& f, Vec3 q) {
    const Vec3 sh = f.shoulder;
    const Vec3 el = f.elbow;
    const Vec3 wr = f.wrist;
    const float r = f.limb_scale;
    const auto on_upper = [&](float t) { return mix(sh, el, t); };
    const auto on_fore = [&](float t) { return mix(el, wr, t); };
    float arm = tapered_capsule(q, sh, on_upper(.42F), .0600F * r, .0490F * r);
    const float deltoid =
        ellipsoid(q, sh + Vec3(.018F * f.breadth_scale, .010F, .012F), Vec3(.050F, .054F, .066F) * r);
    arm = smooth_union(arm, deltoid, .030F);
    const float triceps = tapered_capsule(q, on_upper(.30F) + Vec3(-.004F, .014F, 0),
                                          on_upper(.72F) + Vec3(-.002F, .012F, 0), .036F * r, .033F * r);
    arm = smooth_union(arm, triceps, .025F);
    arm = smooth_union(arm, tapered_capsule(q, on_upper(.35F), el, .0455F * r, .0385F * r), .025F);
    const float olecranon = tapered_capsule(q, on_upper(.95F) + Vec3(.006F, .018F, 0),
                                            el + Vec3(.006F, .018F, .002F), .012F * r, .012F * r);
    arm = smooth_union(arm, olecranon, .022F);
    const float belly = tapered_capsule(q, el, on_fore(.24F) + Vec3(.004F, .003F, 0), .0365F * r, .0415F * r);
    const float fore =
        smooth_union(belly, tapered_capsule(q, on_fore(.20F), wr, .0410F * r, .0255F * r), .030F);
    arm = smooth_union(arm, fore, .030F);
    return smooth_union(arm, hand_distance(f, q), .020F);
}

float leg_distance(const BodyFrame& f, Vec3 q) {
    const float s = f.breadth_scale;
    const float length = f.spine_length_m;
    const float g =
        (f.parameters.sex == Sex::female ? 1.02F : 1.0F) * (1 + .012F * (f.parameters.bmi - 22.5F));
    const Vec3 calf(.110F * s, .078F, 2.60F * length);
    float leg = tapered_capsule(q, {.095F * s, .105F, 1.55F * length}, {.105F * s, .075F, 2.28F * length},
                                .086F * g, .056F * g);
    leg = smooth_union(
        leg, tapered_capsule(q, {.105F * s, .080F, 2.34F * length}, calf, .054F * g, .056F * g), .03F);
    leg = smooth_union(
        leg, tapered_capsule(q, calf, {.112F * s, .075F, 3.16F * length}, .056F * g, .036F * g), .03F);
    const float foot = tapered_capsule(q, {.112F * s, .060F, 3.18F * length},
                                       {.118F * s, .030F, 3.52F * length}, .038F, .030F);
    return smooth_union(leg, foot, .02F);
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
float join_arm(const BodyFrame& f, Vec3 q, float d) {
    const float s = f.breadth_scale;
    const float length = f.spine_length_m;
    const Vec3 sh = f.shoulder;
    d = smooth_union(d,
                     tapered_capsule(without_crease(q), {.060F * s, .178F * s, .0F},
                                     {sh.x - .012F, .148F * s, .135F * length}, .034F * s, .036F * s),
                     .055F);
    d = smooth_union(d,
                     tapered_capsule(q, {.130F * s, .150F * s, .44F * length},
                                     {sh.x + .010F, .118F * s, .33F * length}, .034F * s, .030F * s),
                     .045F);
    const float blend = mix(.060F, .006F, math::smoothstep(.27F * length, .44F * length, q.z));
    const float thick = .085F * f.limb_scale + .01F;
    const Vec3 low = glm::min(sh, glm::min(f.elbow, f.wrist)) - Vec3(thick);
    const Vec3 high = glm::max(sh, glm::max(f.elbow, f.wrist)) + Vec3(thick, thick, .19F);
    return box_distance(q, low, high) > d + blend ? d : smooth_union(d, arm_distance(f, q), blend);
}

float join_leg(const BodyFrame& f, Vec3 q, float d) {
    constexpr float buttock_blend = .050F;
    const float s = f.breadth_scale;
    const Vec3 low(-.08F, -.05F, 1.41F * f.spine_length_m - .20F);
    const Vec3 high(.28F * s, .30F, 3.52F * f.spine_length_m + .05F);
    if (box_distance(q, low, high) > d + buttock_blend) {
        return d;
    }
    return smooth_union(smooth_union(d, buttock_distance(f, q), buttock_blend), leg_distance(f, q), .030F);
}

} // namespace

float join_limbs(const BodyFrame& frame, Vec3 point, float trunk_distance) {
    const Vec3 q(std::fabs(point.x), point.y, point.z);
    return join_leg(frame, q, join_arm(frame, q, join_head(frame, q, trunk_distance)));
}

float scalp_hair(const BodyFrame& frame, Vec3 point, HairStyle style) {
    if (style == HairStyle::none) {
        return 1;
    }
    const float hs = frame.head_scale;
    const float s = frame.breadth_scale;
    const float sz = frame.stature_scale;
    const Vec3 centre(0, .132F * s, -.178F * sz);
    const float thick = style == HairStyle::cropped
                            ? mix(.0105F, .0005F, math::smoothstep(-.17F * sz, -.092F * sz, point.z))
                            : .013F;
    float d = ellipsoid(point, centre, Vec3(.0755F, .097F, .106F) * hs + Vec3(thick));
    const float nape = (point.z + .098F * sz) * .75F - (point.y - .17F * s) * .55F;
    const float face = (centre.y - .020F - point.y) + std::fabs(point.z - centre.z) * .15F;
    d = smooth_intersection(smooth_intersection(d, nape, .016F), face, .012F);
    const Vec3 ear(.080F * hs, .104F * s, -.146F * sz);
    d = smooth_intersection(d, -ellipsoid({std::fabs(point.x), point.y, point.z}, ear, {.022F, .026F, .036F}),
                            .010F);
    if (style == HairStyle::bun) {
        const Vec3 knot(0, .236F * s, -.215F * sz);
        const Vec3 q = point - knot;
        const float twist = math::sin(10.0F * math::atan2(q.x, q.z) + 190.0F * glm::length(q));
        d = smooth_union(d, ellipsoid(point, knot, {.040F, .034F, .038F}) - .0016F * twist, .014F);
    }
    return d;
}

} // namespace tactus::anatomy
