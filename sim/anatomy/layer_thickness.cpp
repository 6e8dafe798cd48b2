#include "sim/anatomy/layer_thickness.hpp"

#include "sim/anatomy/anatomy_data.hpp"
#include "sim/anatomy/float_power.hpp"
#include "sim/anatomy/loft.hpp"
#include "sim/anatomy/relief.hpp"
#include "sim/anatomy/relief_terms.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::anatomy {
namespace {

using math::mix;
using math::smoothstep;

/// Between two ribs a column rests a little deeper than on either: laid this much nearer, ribs and gaps
/// together have the published thickness.
constexpr float gap_allowance_m = 0.0015F;

} // namespace

float skin_thickness(const BodyParameters& parameters) {
    return mix(skin_thickness_m.f(), old_skin_thickness_m.f(), old_age(parameters));
}

float fat_over_muscle_m(const Body& body, float u, float v) {
    // Skin to spinous process is 3-8 mm in a lean back (facts 3.1); what a stouter one has more is held less
    // firmly, and leaves its groove (relief_terms.cpp).
    constexpr float lean_held = .80F;
    constexpr float least_m = .0013F; // cells of fat do not vanish
    constexpr float extra_held = .50F;
    BodyParameters lean = body.parameters();
    lean.bmi = std::min(lean.bmi, 22.0F);
    const float lean_m = fat_thickness(lean, u, v);
    const float extra_m = body.fat(u, v) - lean_m;
    const float tether = bump(u * body.half_biacromial_m(), .016F) * smoothstep(.0F, .2F, v);
    return std::max(least_m, lean_m * (1 - lean_held * tether) + extra_m * (1 - extra_held * tether));
}

float erector_share(Sex sex) { return sex == Sex::female ? 0.8F : 1.0F; }

float erector_thickness_m(Sex sex, float v) {
    // T7, T12 and L3 (facts 3.1: 10-15, 20-28, 30-40 mm).
    const float chest = mix(.0125F, .0240F, smoothstep(.38F, .66F, v));
    return erector_share(sex) * mix(chest, .0350F, smoothstep(.66F, .90F, v));
}

float muscle_over_ribs_m(Sex sex, float u, float v) {
    const float lateral = std::fabs(u);
    // Latissimus alone on ribs 9 to 11 (facts 3.1: 5-10 mm), fleshier toward the armpit.
    const float sheet = .0062F + .0050F * smoothstep(.58F, .44F, v);
    const float beside = mix(erector_thickness_m(sex, v), sheet, smoothstep(.23F, .35F, lateral));
    // Under the shoulder blade, with its muscles on both faces and serratus anterior between it and the ribs.
    const float blade =
        smoothstep(.30F, .42F, lateral) * smoothstep(.95F, .75F, lateral) * smoothstep(.52F, .42F, v);
    // The first two ribs lie deep in the root of the neck.
    const float neck = .0080F * smoothstep(.14F, .06F, v);
    return mix(beside, .0240F, blade) + neck;
}

float bone_depth_under_trunk_m(const Body& body, float u, float v) {
    BodyParameters lean = body.parameters();
    lean.bmi = 22;
    lean.muscle = .5F;
    lean.age_years = 30;
    const float raised_m = relief_terms(relief_weights(lean), u, v);
    return skin_thickness(body.parameters()) + body.fat(u, v) + muscle_over_ribs_m(lean.sex, u, v) -
           gap_allowance_m - raised_m;
}

} // namespace tactus::anatomy
