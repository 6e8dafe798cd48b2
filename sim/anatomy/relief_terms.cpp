#include "sim/anatomy/relief_terms.hpp"

#include "sim/anatomy/float_power.hpp"
#include "sim/anatomy/implicit_shapes.hpp"
#include "sim/anatomy/loft.hpp"
#include "sim/anatomy/scapula_relief.hpp"
#include "sim/anatomy/scapula_shape.hpp"

#include <array>
#include <cmath>

namespace tactus::anatomy {
namespace {

using math::mix;
using math::smoothstep;

/// Spinous processes C7 to L5 in v (facts 4.1).
constexpr std::array spinous_levels{0.F,  .05F, .09F, .14F, .19F, .25F, .30F, .35F, .41F,
                                    .47F, .53F, .59F, .66F, .74F, .82F, .91F, 1.F,  1.09F};

/// A place on the back in the coordinates that the terms are written in.
struct ReliefPlace {
    Vec2 p; ///< reference metres: lateral of the midline, caudal of C7
    float v;
};

/// Sine with the period 1, by a polynomial good to 2e-4: ripples need no more.
float ripple(float turns) {
    const float x = turns - std::floor(turns + 0.5F);
    const float y = 8.0F * x - 16.0F * x * std::fabs(x);
    return 0.775F * y + 0.225F * y * std::fabs(y);
}

float spine_terms(const ReliefWeights& w, const ReliefPlace& at) {
    const float x = at.p.x;
    const float v = at.v;
    // The furrow between the erector columns is deepest at L2-L3 and gone on the sacrum. Skin is tethered to
    // the spinous processes, so a fat back keeps its groove.
    float furrow = .0022F + .0040F * smoothstep(.10F, .55F, v) + .0050F * bump(v - .88F, .20F);
    furrow *= smoothstep(-.12F, .05F, v) * (1 - smoothstep(1.08F, 1.26F, v));
    float h = -furrow * (.55F + .45F * w.muscle) * bump(x, mix(.012F, .016F, smoothstep(.5F, .9F, v)));
    h -= w.extra_fat_m * .55F * bump(x, .016F) * smoothstep(.0F, .2F, v) * (1 - smoothstep(1.05F, 1.25F, v));
    for (const float level : spinous_levels) {
        const float height = level < .02F ? .0031F : level < .07F ? .0022F : level < .6F ? .0010F : .0011F;
        const float along = bump((v - level) * reference_spine_length_m, .0082F);
        h += height * w.bone * w.thin * bump(x, .0080F) * along;
    }
    // Erector columns, whose lateral border drops at u 0.36 in the loin.
    const float low = smoothstep(.4F, .9F, v);
    float erector = .0018F * smoothstep(.05F, .4F, v) + .0052F * smoothstep(.45F, .88F, v);
    erector *= 1 - smoothstep(1.0F, 1.22F, v);
    h += erector * w.muscle * bump(x - mix(.030F, .039F, low), mix(.015F, .021F, low));
    return h - .0026F * w.muscle * bump(x - .084F, .012F) * bump(v - .90F, .17F);
}

float sheet_terms(const ReliefWeights& w, const ReliefPlace& at) {
    const Vec2 p = at.p;
    const auto along = [&](Vec2 a, Vec2 b, float sigma) { return bump(segment_distance(p, a, b), sigma); };
    // Trapezius: upper bulk, tendon diamond at C7-T3, lower border from T12 to the scapular root.
    float h = .0048F * along({.045F, .004F}, {.125F, .030F}, .021F);
    h -= .0012F * bump(glm::length(Vec2(p.x / .030F, (p.y - .030F) / .045F)) - 0.2F, .55F);
    const float lateral = (p.x - .004F) - (.300F - p.y) * .262F;
    const float sheet = smoothstep(.07F, .12F, p.y) * (1 - smoothstep(.27F, .31F, p.y));
    h += .0022F * sheet * smoothstep(.007F, -.010F, lateral);
    // Rhomboid between spine and scapula; latissimus sheet with its fleshy outer roll.
    h += .0016F * along({.030F, .070F}, {.058F, .150F}, .016F);
    h += .0046F * along({.150F, .200F}, {.128F, .320F}, .020F);
    h += .0016F * smoothstep(.012F, -.012F, .060F + .25F * (p.y - .33F) - p.x) * smoothstep(.20F, .26F, p.y) *
         (1 - smoothstep(.34F, .44F, p.y));
    return w.muscle * h;
}

/// Ribs: a corrugation outside the erector border that follows the bones (bones.cpp lays them alike), visible
/// in thin clients alone.
float rib_terms(const ReliefWeights& w, const ReliefPlace& at) {
    const Vec2 p = at.p;
    const float cage = smoothstep(.072F, .112F, p.x) * smoothstep(.165F, .225F, p.y - .25F * (p.x - .1F)) *
                       (1 - smoothstep(.345F, .405F, p.y - .35F * (p.x - .1F))) *
                       (1 - smoothstep(.145F, .172F, p.x));
    const float height = .00034F * w.bone * w.thin * cage;
    if (height <= 0) {
        return 0;
    }
    // Height at which the rib that passes here leaves the spine.
    const float across = std::min(p.x / .188F, .94F);
    const float level = at.v - .27F * (1 - std::sqrt(1 - across * across));
    return height * ripple(level / .0575F + .06F);
}

float pelvis_terms(const ReliefWeights& w, const ReliefPlace& at) {
    const Vec2 p = at.p;
    const auto along = [&](Vec2 a, Vec2 b, float sigma) { return bump(segment_distance(p, a, b), sigma); };
    float h = .0022F * w.bone * along({.140F, .462F}, {.050F, .545F}, .011F); // iliac crest
    h -= .0028F * along({.135F, .438F}, {.075F, .470F}, .016F);               // hollow above it
    h -= (w.female ? .0042F : .0034F) * mix(.55F, 1.F, w.lean) *
         bump(glm::length(p - Vec2(.041F, .563F)), .0115F);                // dimple of the PSIS
    h -= .0016F * along({.0F, .615F}, {.040F, .560F}, .010F);              // sacral V
    h += .0016F * bump(glm::length(Vec2(p.x / 1.2F, p.y - .575F)), .022F); // sacral plateau
    return h - .030F * bump(p.x, .011F) * smoothstep(.595F, .66F, p.y);    // gluteal cleft
}

} // namespace

ReliefWeights relief_weights(const BodyParameters& parameters) {
    const float old = old_age(parameters);
    const float extra_fat_m = 0.0048F * (math::exp(0.085F * (parameters.bmi - 22.0F)) - 1.0F);
    const float lean = math::exp(-std::max(extra_fat_m, -0.002F) / 0.009F);
    return {.old = old,
            .muscle = 0.45F + parameters.muscle - 0.25F * old,
            .bone = 0.75F + 0.5F * lean + 0.5F * old,
            .lean = lean,
            .thin =
                std::min(lean * lean * lean * (1.20F - 0.75F * parameters.muscle) + 0.7F * lean * old, 1.5F),
            .extra_fat_m = extra_fat_m,
            .heavy = smoothstep(26.0F, 34.0F, parameters.bmi),
            .female = parameters.sex == Sex::female};
}

float relief_terms(const ReliefWeights& weights, float u, float v) {
    const float fade = smoothstep(1.30F, 0.95F, std::fabs(u)) * smoothstep(-.34F, -.12F, v);
    if (fade <= 0) {
        return 0;
    }
    // Nobody is symmetric: the right scapula sits lower and wider.
    const float e = float_exp2(-2.0F * 1.44269504F * 6.0F * std::fabs(u));
    const float side = (u < 0 ? -1.0F : 1.0F) * (1.0F - e) / (1.0F + e);
    v -= .011F * side * (1 - smoothstep(.40F, .75F, v));
    u *= 1 - .018F * side;
    const ReliefPlace at{.p = Vec2(std::fabs(u) * reference_half_biacromial_m, v * reference_spine_length_m),
                         .v = v};
    const float h = spine_terms(weights, at) + scapula_height(weights, at.p) + sheet_terms(weights, at) +
                    rib_terms(weights, at) + pelvis_terms(weights, at);
    return (weights.female ? 1.0F : 1.45F) * h * fade;
}

float fold_terms(const ReliefWeights& weights, float u, float v) {
    const float x = std::fabs(u) * reference_half_biacromial_m;
    const float z = v * reference_spine_length_m;
    float h = 0;
    if (weights.heavy > 0) {
        // Rolls hang from the spine outward, never quite alike on the two sides.
        const float side = u < 0 ? -1.0F : 1.0F;
        const float place = z + (.004F + .012F * x) * side * smoothstep(.02F, .08F, x);
        const float rolls =
            .0060F * bump(place - .232F - .20F * x, .026F) - .0048F * bump(place - .276F - .24F * x, .015F) +
            .0070F * bump(place - .322F - .22F * x, .028F) - .0056F * bump(place - .376F - .16F * x, .016F) +
            .0066F * bump(place - .428F - .08F * x, .030F);
        h += weights.heavy * smoothstep(.035F, .140F, x) * rolls;
    }
    if (weights.old > 0) { // slack skin; an even ripple would look like a file mark, so it is warped
        const float warp = .6F * ripple((46.0F * x + 31.0F * z) / 6.2831853F);
        const float where =
            smoothstep(.05F, .11F, x) * smoothstep(.28F, .34F, z) * (1 - smoothstep(.42F, .47F, z));
        h += weights.old * .0006F * ripple(z * 27 + x * 11 + warp) * where;
    }
    return h * smoothstep(1.30F, 0.95F, std::fabs(u));
}

} // namespace tactus::anatomy
