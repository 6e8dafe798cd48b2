#include "engine/render/bedding.hpp"

#include "engine/render/furniture.hpp"
#include "sim/anatomy/implicit_shapes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::render {
namespace {

using anatomy::smooth_union;
using math::mix;

constexpr float knee_v = 2.30F;
constexpr float ankle_v = 3.16F;
constexpr float legs_half_width_m = 0.225F;
constexpr float ankle_lift_m = 0.085F; ///< by the roll under them

/// The angles of a leg drawn up: the thigh from the line of the trunk, and the knee's bend.
struct DrawnUp {
    float thigh_rad;
    float knee_rad;
};

constexpr DrawnUp lower_leg{0.61F, 1.00F};
constexpr DrawnUp upper_leg{1.00F, 1.42F};

/// Toward the belly by an angle from the way to the feet.
Vec3 forward(float rad) { return {0, -std::sin(rad), std::cos(rad)}; }

constexpr float thigh_v = 0.76F; ///< lengths of a bent leg, of the spine's
constexpr float shank_v = 0.86F;

struct Leg {
    Vec3 hip, knee, ankle;
};

/// How thick a leg is, over that of a man of BMI 22.5.
float heaviness(const anatomy::Body& body) {
    const float thick = body.parameters().sex == anatomy::Sex::female ? 1.02F : 1.0F;
    return thick * (1 + 0.012F * (body.parameters().bmi - 22.5F));
}

float leg_distance(Vec3 point, const Leg& leg, float heavy) {
    const std::array thigh{.0900F * heavy, .0840F * heavy, .0760F * heavy, .0660F * heavy, .0580F * heavy};
    const std::array shank{.0560F * heavy, .0585F * heavy, .0570F * heavy, .0470F * heavy, .0380F * heavy};
    return smooth_union(anatomy::profiled_capsule(point, leg.hip, leg.knee, thigh),
                        anatomy::profiled_capsule(point, leg.knee, leg.ankle, shank), .02F);
}

} // namespace

float pillow_distance(Vec3 point, const Pillow& pillow) {
    constexpr float squareness = 3.4F;
    const Vec3 q = glm::abs(point - pillow.centre) / pillow.half;
    const float seam = std::pow(std::pow(q.x, squareness) + std::pow(q.z, squareness), 1 / squareness);
    const float k = std::hypot(seam, q.y);
    if (k < 0.05F) {
        return -0.9F * std::min({pillow.half.x, pillow.half.y, pillow.half.z});
    }
    const float along = seam > 1e-6F ? seam / k : 0;
    const Vec3 slope(along * std::pow(q.x / std::max(seam, 1e-6F), squareness - 1) / pillow.half.x,
                     q.y / k / pillow.half.y,
                     along * std::pow(q.z / std::max(seam, 1e-6F), squareness - 1) / pillow.half.z);
    return (k - 1) / std::max(glm::length(slope), 1e-6F);
}

Bedding::Bedding(const anatomy::Body& body, const Placement& placement, anatomy::HairStyle hair, float hem_m)
    : body_(&body), placement_(placement), hair_(hair), hem_m_(hem_m) {
    lay_pillows();
}

void Bedding::lay_pillows() {
    const float length = body_->spine_length_m();
    if (placement_.lying.posture == Posture::bolstered) {
        pillows_.push_back({Vec3(0, 0.022F, 0.93F * length), Vec3(0.325F, 0.052F, 0.165F)});
        under_sheet_.push_back({Vec3(0, 0.058F, ankle_v * length - 0.01F), Vec3(0.28F, 0.068F, 0.085F)});
        return;
    }
    if (!on_side(placement_.lying.posture)) {
        return;
    }
    const float down = placement_.lying.posture == Posture::right_side ? 1.0F : -1.0F;
    // Under the head, as thick as the shoulder is broad; the temple sinks into it.
    const Vec3 temple = placement_.to_table(Vec3(down * 0.074F, 0.115F, -0.17F));
    const float thick = 0.5F * (temple.y + 0.030F);
    pillows_.push_back({Vec3(temple.x - down * 0.03F, thick, temple.z - 0.010F), Vec3(0.25F, thick, 0.165F)});
    // Before the chest, under the upper arm.
    const Vec3 arm = placement_.to_table(Vec3(-down * body_->shoulder().x, -0.14F, 0.25F * length));
    const float high = 0.5F * (arm.y - 0.040F);
    pillows_.push_back({Vec3(arm.x - down * 0.04F, high, arm.z - 0.02F), Vec3(0.135F, high, 0.21F)});
    const float knee_m = 0.75F * length;
    const Vec3 hip(0, 0.115F, 1.55F * length);
    const Vec3 knees = placement_.to_table(hip + forward(0.8F) * knee_m);
    under_sheet_.push_back({knees, Vec3(0.13F, 0.075F, 0.16F)});
}

float Bedding::straight_legs(Vec3 point) const {
    const float length = body_->spine_length_m();
    const float hip_m = hinge_z_m(*body_);
    const float lift = placement_.lying.posture == Posture::bolstered
                           ? mix(placement_.to_table(Vec3(0, 0, hip_m)).y, 0.045F,
                                 math::smoothstep(hip_m, knee_v * length, point.z)) +
                                 ankle_lift_m * math::smoothstep(knee_v * length, ankle_v * length, point.z)
                           : 0;
    return std::max({body_->skin_distance(point - Vec3(0, lift, 0)), hip_m - 0.02F - point.z,
                     std::fabs(point.x) - legs_half_width_m});
}

float Bedding::drawn_up_legs(Vec3 body_m) const {
    const float length = body_->spine_length_m();
    const float down = placement_.lying.posture == Posture::right_side ? 1.0F : -1.0F;
    float legs = 1;
    for (const float side : {down, -down}) {
        const DrawnUp drawn = side == down ? lower_leg : upper_leg;
        const Vec3 hip(side * 0.090F, 0.115F, 1.52F * length);
        const Vec3 knee = hip + forward(drawn.thigh_rad) * (thigh_v * length);
        const Vec3 ankle = knee + forward(drawn.thigh_rad - drawn.knee_rad) * (shank_v * length);
        const Vec3 toes = ankle + forward(drawn.thigh_rad - drawn.knee_rad + 0.5F) * 0.17F;
        const float leg = leg_distance(body_m, {hip, knee, ankle}, heaviness(*body_));
        legs = std::min(legs,
                        smooth_union(leg, anatomy::tapered_capsule(body_m, ankle, toes, .036F, .026F), .02F));
    }
    return legs;
}

/// The thighs out over the edges of the table, the shanks down beside it.
float Bedding::astride_legs(Vec3 point) const {
    const float length = body_->spine_length_m();
    float legs = 1;
    for (const float side : {-1.0F, 1.0F}) {
        const Vec3 hip = placement_.to_table(Vec3(side * 0.095F, 0.115F, 1.50F * length));
        const Vec3 knee = hip + Vec3(side * 0.95F, -0.02F, -0.30F) * (thigh_v * length);
        const Vec3 ankle = knee + Vec3(side * 0.05F, -0.99F, 0.12F) * (shank_v * length);
        legs = std::min(legs, leg_distance(point, {hip, knee, ankle}, heaviness(*body_)));
    }
    return legs;
}

float Bedding::flesh(Vec3 point) const {
    const Vec3 place = placement_.to_body(point);
    const float skin = body_->skin_distance(place) - (place.z > hem_m_ ? .006F : 0);
    switch (placement_.lying.posture) {
    case Posture::prone:
        return skin;
    case Posture::bolstered:
    case Posture::head_raised:
        // The hands, which reach beyond the hips, go with the trunk.
        return std::min(std::max(skin, std::min(place.z - hinge_z_m(*body_) - 0.02F,
                                                legs_half_width_m - std::fabs(place.x))),
                        straight_legs(point));
    case Posture::half_sitting:
    case Posture::seated:
        return smooth_union(std::max(skin, std::min(place.z - 1.56F * body_->spine_length_m(),
                                                    legs_half_width_m - std::fabs(place.x))),
                            astride_legs(point), 0.05F);
    case Posture::right_side:
    case Posture::left_side:
        break;
    }
    return smooth_union(std::max(skin, place.z - 1.56F * body_->spine_length_m()), drawn_up_legs(place),
                        0.04F);
}

float Bedding::furniture(Vec3 point) const {
    if (raised_rad(placement_.lying.posture) == 0) {
        return table_distance(point);
    }
    const float hinge_m = hinge_z_m(*body_);
    return std::min(table_distance(placement_.to_body(point), table_head_z_m, hinge_m),
                    table_distance(point, hinge_m, table_foot_z_m));
}

float Bedding::under_client(Vec3 point) const {
    float distance = furniture(point);
    const Vec3 place = placement_.to_body(point);
    if (place.z < .08F && !on_side(placement_.lying.posture)) {
        distance = std::min(distance, cradle_distance(place));
    }
    for (const auto* pillows : {&pillows_, &under_sheet_}) {
        for (const Pillow& pillow : *pillows) {
            distance = std::min(distance, pillow_distance(point, pillow));
        }
    }
    return distance;
}

float Bedding::around_pillows(Vec3 point) const { return std::min(flesh(point), furniture(point)); }

float Bedding::solid(Vec3 point) const {
    float distance = std::min(flesh(point), under_client(point));
    const Vec3 place = placement_.to_body(point);
    if (place.z < .08F && hair_ != anatomy::HairStyle::none) {
        distance = std::min(distance, body_->hair_distance(place, hair_));
    }
    return distance;
}

float Bedding::hem_on_table_m() const {
    switch (placement_.lying.posture) {
    case Posture::prone:
        return hem_m_;
    case Posture::bolstered:
        return hem_m_ - 0.014F;
    case Posture::head_raised:
        return hem_m_ + 0.035F;
    case Posture::half_sitting:
    case Posture::seated:
        // Where the hem crosses the spine; beside it the steep back lies lower, and bare skin must not end.
        return placement_.to_table(Vec3(0, body_->back_height(hem_m_ / body_->spine_length_m()), hem_m_)).z -
               .025F;
    case Posture::right_side:
    case Posture::left_side:
        break;
    }
    return hem_m_ + placement_.shift.z;
}

float Bedding::hem_drawn_up_m() const {
    constexpr float over_crease_m = 0.02F;
    return astride(placement_.lying.posture) ? hem_on_table_m() - hinge_z_m(*body_) + over_crease_m : 0;
}

float Bedding::highest_m() const {
    return placement_.lying.posture == Posture::prone ? 0.46F
           : astride(placement_.lying.posture)        ? 1.0F
                                                      : 0.64F;
}

} // namespace tactus::render
