#include "sim/anatomy/posture.hpp"

#include "sim/anatomy/anatomy_data.hpp"
#include "sim/anatomy/float_power.hpp"
#include "sim/math/interpolation.hpp"

#include <cmath>

namespace tactus::anatomy {
namespace {

constexpr float radians_per_degree = static_cast<float>(math::pi / 180.0);

/// Lateral course of one scoliosis, 1 at the thoracic apex T8; the lumbar curve swings back.
float lateral_course(float v) { return bump(v - .42F, .17F) - .45F * bump(v - .90F, .13F); }

} // namespace

float spine_offset_m(const BodyParameters& parameters, float spine_length_m, float v) {
    // The ends of a bump of deviation .17 tilt by 1.2 times its height over .34 of the length: that is half
    // the Cobb angle each. Spinous processes turn toward the hollow side and prone the curve eases, which
    // takes 0.55.
    constexpr float lengths_per_rad = 0.55F * 0.14F;
    return parameters.scoliosis_deg * radians_per_degree * lengths_per_rad * spine_length_m *
           lateral_course(v);
}

float trunk_turn_rad(const BodyParameters& parameters, float v) {
    return parameters.scoliosis_deg * radians_per_degree * trunk_turn_share.f() * lateral_course(v);
}

float posture_rise_m(const BodyParameters& parameters, float spine_length_m, float v) {
    // Sagitta of an arc: chord times angle over eight. The chords are C7 to T12 and T12 to S1.
    const float kyphosis = (parameters.kyphosis_deg - mean_kyphosis_deg.f()) * radians_per_degree;
    const float lordosis = (parameters.lordosis_deg - mean_lordosis_deg.f()) * radians_per_degree;
    const float thoracic = prone_posture_share.f() * kyphosis * .66F * spine_length_m / 8;
    const float lumbar = prone_posture_share.f() * lordosis * .50F * spine_length_m / 8;
    // A hollow loin tips the pelvis, which lifts the sacrum.
    return thoracic * bump(v - .30F, .20F) - lumbar * (bump(v - .88F, .15F) - .35F * bump(v - 1.28F, .16F));
}

float hump_height_m(const BodyParameters& parameters, float half_biacromial_m, float u, float v) {
    const float turn = trunk_turn_rad(parameters, v);
    // The trunk turns as a whole; shoulders and arms stay where they lie.
    const float away = 1 - math::smoothstep(.45F, 1.0F, std::fabs(u));
    return turn * half_biacromial_m * u * away;
}

} // namespace tactus::anatomy
