#include "sim/anatomy/body.hpp"

#include "sim/anatomy/anatomy_data.hpp"
#include "sim/anatomy/arm_pose.hpp"
#include "sim/anatomy/limbs.hpp"
#include "sim/anatomy/loft.hpp"
#include "sim/anatomy/relief.hpp"
#include "sim/anatomy/scalp_hair.hpp"
#include "sim/math/interpolation.hpp"

namespace tactus::anatomy {
namespace {

BodyFrame frame_of(const BodyParameters& p, ArmPose arms) {
    const bool female = p.sex == Sex::female;
    const float stature_scale = p.stature_m / (female ? female_stature_m : male_stature_m).f();
    const float breadth_scale = math::mix(1.0F, stature_scale, 0.7F);
    const float bmi_change = p.bmi - (female ? 22.5F : 23.0F);
    return {.parameters = p,
            .stature_scale = stature_scale,
            .breadth_scale = breadth_scale,
            .head_scale = female ? .94F : 1.0F,
            .limb_scale = (female ? 0.87F : 1.0F) *
                          (0.95F + 0.014F * bmi_change + 0.12F * (p.muscle - 0.5F) - 0.05F * old_age(p)),
            .bmi_change = bmi_change,
            .half_biacromial_m =
                (female ? female_half_biacromial_m : male_half_biacromial_m).f() * breadth_scale,
            .spine_length_m = (female ? female_spine_length_m : male_spine_length_m).f() * stature_scale,
            .axilla_shift_m = 0,
            .axilla = {},
            .shoulder = {},
            .elbow = {},
            .wrist = {},
            .arms = arms};
}

/// Where the fold of latissimus behind the armpit leaves the trunk: inside it, however narrow that is, or the
/// fold's end would stand out of a slender flank as a knob.
Vec3 axilla(const BodyFrame& frame, const Loft& loft) {
    constexpr float inside_m = 0.004F;
    Vec3 end(.130F * frame.breadth_scale, .150F * frame.breadth_scale, .44F * frame.spine_length_m);
    const Vec3 spine(loft.section(.44F).spine_x_m, 0, 0);
    for (int step = 0; step < 60 && loft.distance(spine + end).distance_m > -inside_m; ++step) {
        end.x -= .001F;
    }
    return end;
}

/// The arm lies beside the trunk, which pushes it out.
BodyFrame with_arms(BodyFrame frame, const Loft& loft) {
    const float s = frame.breadth_scale;
    const float length = frame.spine_length_m;
    const float r = frame.limb_scale;
    frame.axilla_shift_m = loft.section(.42F).spine_x_m;
    frame.axilla = axilla(frame, loft);
    frame.shoulder = {frame.half_biacromial_m * 0.88F, 0.118F * s, 0.19F * length};
    frame.elbow = {std::max(0.268F * s, loft.section(.72F).half_width_m + 0.062F * r), 0.078F,
                   0.77F * length};
    frame.wrist = {std::max(0.282F * s, loft.section(1.25F).half_width_m + 0.060F * r), 0.046F,
                   1.30F * length};
    return frame;
}

} // namespace

struct Body::Tables {
    Tables(const BodyParameters& parameters, ArmPose arms) : Tables(parameters, frame_of(parameters, arms)) {}

    Tables(const BodyParameters& parameters, const BodyFrame& sizes)
        : loft(parameters, sizes.spine_length_m, sizes.breadth_scale), frame(with_arms(sizes, loft)),
          relief(parameters, sizes.half_biacromial_m, sizes.spine_length_m) {}

    Loft loft;
    BodyFrame frame;
    ReliefMap relief;
};

Body::Body(const BodyParameters& parameters, ArmPose arms)
    : tables_(std::make_unique<const Tables>(parameters, arms)) {}

Body::~Body() = default;
Body::Body(Body&&) noexcept = default;
Body& Body::operator=(Body&&) noexcept = default;

const BodyParameters& Body::parameters() const { return tables_->frame.parameters; }

float Body::skin_distance(Vec3 point) const {
    const BodyFrame& frame = tables_->frame;
    const LoftDistance trunk = tables_->loft.distance(point);
    // Everything else lies within 0.24 m of the loft between neck and thigh, but for arms held forward.
    const float reach_m = frame.arms == ArmPose::beside ? 0.24F : 0.56F;
    if (trunk.distance_m > reach_m + 0.08F && point.z > 0 && point.z < 1.7F * frame.spine_length_m) {
        return trunk.distance_m - reach_m;
    }
    const float smooth = join_limbs(frame, point, trunk.distance_m);
    const float v = point.z / frame.spine_length_m;
    const float dorsal = v > loft_v_last ? 0.0F : math::smoothstep(.05F, .55F, trunk.backness);
    return dorsal > 0 ? smooth - tables_->relief.height(trunk.lateral_m / frame.half_biacromial_m, v) * dorsal
                      : smooth;
}

float Body::trunk_distance(Vec3 point) const { return tables_->loft.distance(point).distance_m; }

float Body::hair_distance(Vec3 point, HairStyle style) const {
    return scalp_hair(tables_->frame, point, style);
}

float Body::relief(float u, float v) const { return tables_->relief.height(u, v); }

float Body::fat(float u, float v) const { return fat_thickness(parameters(), u, v); }

float Body::half_biacromial_m() const { return tables_->frame.half_biacromial_m; }

float Body::spine_length_m() const { return tables_->frame.spine_length_m; }

float Body::spine_x(float v) const { return tables_->loft.section(v).spine_x_m; }

float Body::half_width(float v) const { return tables_->loft.section(v).half_width_m; }

float Body::back_height(float v) const { return tables_->loft.section(v).top_m; }

Vec3 Body::shoulder() const { return tables_->frame.shoulder; }

Vec3 Body::elbow() const { return upper_arm_posed(tables_->frame, tables_->frame.elbow); }

Vec3 Body::hand_place(Vec3 from_wrist) const {
    return forearm_posed(tables_->frame, tables_->frame.wrist + from_wrist);
}

Vec3 Body::wrist() const { return forearm_posed(tables_->frame, tables_->frame.wrist); }

} // namespace tactus::anatomy
