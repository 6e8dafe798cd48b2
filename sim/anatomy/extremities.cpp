#include "sim/anatomy/extremities.hpp"

#include "sim/anatomy/arm_pose.hpp"
#include "sim/anatomy/implicit_shapes.hpp"

namespace tactus::anatomy {
namespace {

using math::mix;

/// A finger of a resting hand from its knuckle: three phalanges that curl toward the palm, which lies up.
struct Finger {
    Vec3 knuckle; ///< from the wrist
    Vec3 lengths; ///< proximal, middle, distal
    float fan;    ///< sideways run a metre of length
    float radius;
};

constexpr float finger_taper = 0.86F;

/// Directions of the phalanges in the sagittal plane (up, forward): 14, 46 and 72 degrees.
constexpr std::array<Vec2, 3> curl{Vec2(.242F, .970F), Vec2(.719F, .695F), Vec2(.951F, .309F)};

/// Sizes of a hand of 193 mm (facts 4.4).
constexpr std::array<Finger, resting_finger_count> fingers{{
    {{-.029F, -.022F, .090F}, {.041F, .025F, .020F}, -.10F, .0105F},
    {{-.009F, -.024F, .095F}, {.046F, .029F, .021F}, -.02F, .0108F},
    {{.011F, -.023F, .090F}, {.043F, .027F, .021F}, .06F, .0102F},
    {{.029F, -.020F, .079F}, {.034F, .020F, .018F}, .15F, .0090F},
}};

constexpr Vec3 thumb_root(-.027F, .000F, .046F);
constexpr Vec3 thumb_knuckle(-.042F, .003F, .070F);
constexpr Vec3 thumb_tip(-.046F, .010F, .102F);

Vec3 finger_root(const Finger& finger) { return {finger.knuckle.x * .45F, -.008F, .016F}; }

float finger_distance(const Finger& finger, Vec3 p) {
    Vec3 from = finger.knuckle;
    float radius = finger.radius;
    float d = 1;
    for (std::size_t i = 0; i < 3; ++i) {
        const float length = finger.lengths[static_cast<int>(i)];
        const Vec3 to = from + Vec3(finger.fan, curl[i].x, curl[i].y) * length;
        const float piece = tapered_capsule(p, from, to, radius, radius * finger_taper);
        d = i == 0 ? piece : smooth_union(d, piece, .005F);
        from = to;
        radius *= finger_taper + .04F;
    }
    return d;
}

float hand_distance(const BodyFrame& f, Vec3 q) {
    const Vec3 p = (q - f.wrist) / f.head_scale;
    float hand = tapered_capsule(p, {0, -.003F, -.010F}, {0, -.006F, .020F}, .0245F, .0240F);
    const auto join = [&](float piece, float blend) { hand = smooth_union(hand, piece, blend); };
    for (const Finger& finger : fingers) {
        join(tapered_capsule(p, finger_root(finger), finger.knuckle, .0140F, .0125F), .014F);
    }
    // Ball of the thumb, heel of the little finger, and the thumb across the palm's edge.
    join(tapered_capsule(p, {-.016F, .004F, .022F}, {-.029F, .000F, .056F}, .0150F, .0135F), .016F);
    join(tapered_capsule(p, {.019F, .001F, .022F}, {.027F, -.006F, .062F}, .0120F, .0105F), .014F);
    for (const Finger& finger : fingers) {
        join(finger_distance(finger, p), .0055F);
    }
    join(tapered_capsule(p, thumb_root, thumb_knuckle, .0130F, .0108F), .010F);
    join(tapered_capsule(p, thumb_knuckle, thumb_tip, .0108F, .0085F), .004F);
    return hand * f.head_scale;
}

float foot_distance(const BodyFrame& f, Vec3 q) {
    const Vec3 ankle(.112F * f.breadth_scale, .072F, 3.16F * f.spine_length_m);
    const Vec3 p = (q - ankle) / f.head_scale;
    // The sole faces up: heel high, instep on the table, toes pointing away.
    float foot = tapered_capsule(p, {0, .002F, 0}, {.002F, -.022F, .085F}, .036F, .029F);
    const auto join = [&](float piece, float blend) { foot = smooth_union(foot, piece, blend); };
    join(ellipsoid(p, {0, .030F, .014F}, {.031F, .030F, .036F}), .022F);
    join(tapered_capsule(p, {-.012F, -.016F, .075F}, {-.022F, -.038F, .150F}, .026F, .0185F), .022F);
    join(tapered_capsule(p, {.016F, -.014F, .070F}, {.030F, -.040F, .138F}, .024F, .0155F), .022F);
    join(tapered_capsule(p, {-.024F, -.040F, .150F}, {-.026F, -.047F, .190F}, .0145F, .0115F), .008F);
    for (int toe = 0; toe < 4; ++toe) {
        const auto order = static_cast<float>(toe);
        const float x = -.004F + .0125F * order;
        join(tapered_capsule(p, {x, -.043F, .148F - .006F * order},
                             {x + .002F, -.047F, .187F - .009F * order}, .0095F - .0006F * order,
                             .0080F - .0006F * order),
             .006F);
    }
    return foot * f.head_scale;
}

} // namespace

std::array<Vec3, 5> resting_finger(int finger) {
    const Finger& f = fingers[static_cast<std::size_t>(finger)];
    std::array<Vec3, 5> joints{finger_root(f), f.knuckle};
    for (std::size_t i = 0; i < curl.size(); ++i) {
        joints[i + 2] = joints[i + 1] + Vec3(f.fan, curl[i].x, curl[i].y) * f.lengths[static_cast<int>(i)];
    }
    return joints;
}

std::array<Vec3, 4> resting_thumb() {
    return {Vec3(-.016F, .002F, .014F), thumb_root + Vec3(-.004F, 0, .006F), thumb_knuckle, thumb_tip};
}

float arm_distance(const BodyFrame& f, Vec3 posed) {
    const Vec3 q = upper_arm_beside(f, posed);
    const Vec3 fore = forearm_beside(f, posed);
    const Vec3 sh = f.shoulder;
    const Vec3 el = f.elbow;
    const Vec3 wr = f.wrist;
    const float r = f.limb_scale;
    const auto on_upper = [&](float t) { return mix(sh, el, t); };
    const std::array upper_radii{.0590F * r, .0555F * r, .0510F * r, .0470F * r, .0425F * r, .0380F * r};
    const std::array fore_radii{.0380F * r, .0425F * r, .0415F * r, .0360F * r, .0300F * r, .0258F * r};
    float arm = profiled_capsule(q, sh, el, upper_radii);
    const float deltoid =
        ellipsoid(q, sh + Vec3(.018F * f.breadth_scale, .010F, .026F), Vec3(.050F, .054F, .092F) * r);
    arm = smooth_union(arm, deltoid, .040F);
    const std::array triceps_radii{.0240F * r, .0340F * r, .0355F * r, .0310F * r, .0200F * r};
    const float triceps = profiled_capsule(q, on_upper(.22F) + Vec3(-.003F, .010F, 0),
                                           on_upper(.86F) + Vec3(0, .010F, 0), triceps_radii);
    arm = smooth_union(arm, triceps, .030F);
    arm = smooth_union(arm, profiled_capsule(fore, el, wr, fore_radii), .014F);
    const float olecranon = tapered_capsule(q, on_upper(.95F) + Vec3(.004F, .017F, 0),
                                            el + Vec3(.004F, .018F, .004F), .012F * r, .012F * r);
    arm = smooth_union(arm, olecranon, .026F);
    constexpr float hand_blend = .020F;
    const Vec3 low = wr - Vec3(.075F, .05F, .040F);
    const Vec3 high = wr + Vec3(.075F, .08F, .20F);
    const float outside = glm::length(glm::max(glm::max(low - fore, fore - high), Vec3(0)));
    return outside > arm + hand_blend ? arm : smooth_union(arm, hand_distance(f, fore), hand_blend);
}

float leg_distance(const BodyFrame& f, Vec3 q) {
    const float s = f.breadth_scale;
    const float length = f.spine_length_m;
    const float g =
        (f.parameters.sex == Sex::female ? 1.02F : 1.0F) * (1 + .012F * (f.parameters.bmi - 22.5F));
    const std::array thigh{.0870F * g, .0840F * g, .0760F * g, .0660F * g, .0570F * g};
    const std::array shank{.0545F * g, .0585F * g, .0570F * g, .0470F * g, .0390F * g, .0350F * g};
    const Vec3 knee(.105F * s, .078F, 2.30F * length);
    float leg = profiled_capsule(q, {.095F * s, .105F, 1.55F * length}, knee, thigh);
    leg = smooth_union(leg, profiled_capsule(q, knee, {.112F * s, .075F, 3.16F * length}, shank), .02F);
    return smooth_union(leg, foot_distance(f, q), .020F);
}

} // namespace tactus::anatomy
