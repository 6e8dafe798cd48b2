#include "sim/hands/hand_measures.hpp"
#include "sim/hands/hands_data.hpp"
#include "sim/hands/posture.hpp"
#include "sim/math/interpolation.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace tactus::hands {
namespace {

/// How far one finger reaches below or above its neighbours to find the skin: the little finger is 40 mm
/// shorter than the middle one. The knuckle follows by a part.
constexpr float finger_reach_m = 0.028F;
constexpr float knuckle_follows = 0.6F;

/// A pincer's thumb stands so much deeper than its two fingers, so that both sides of a fold bear the same.
constexpr float thumb_ahead_m = 0.0015F;

HandAxes axes_of(const Foot& middle, const Posture& posture) {
    const float pitch = posture.pitch * degree;
    const float roll = posture.roll * degree;
    const Vec3 forward = middle.forward * math::cos(pitch) - middle.normal * math::sin(pitch);
    const Vec3 up = middle.normal * math::cos(pitch) + middle.forward * math::sin(pitch);
    return {middle.lateral * math::cos(roll) - up * math::sin(roll),
            up * math::cos(roll) + middle.lateral * math::sin(roll), forward};
}

/// Free height of a bone over the skin, least of both ends and the middle.
float clearance_of(const RestingSurface& skin, const Foot& middle, const HandJoints& joints, HandBone bone) {
    const BoneEnds& ends = bone_ends(bone);
    float least = 1;
    for (const float share : {0.0F, 0.5F, 1.0F}) {
        const Vec3 from_place = glm::mix(joints[ends.a], joints[ends.b], share) - middle.position;
        const Foot foot =
            skin.walked(middle, glm::dot(from_place, middle.lateral), glm::dot(from_place, middle.forward));
        const float over = glm::dot(middle.position + from_place - foot.position, foot.normal);
        least = std::min(least, over - math::mix(ends.radius_a_m, ends.radius_b_m, share));
    }
    return least;
}

void shift(std::span<Vec3> joints, Vec3 by) {
    for (Vec3& joint : joints) {
        joint += by;
    }
}

/// Each finger that presses finds the skin by itself, as four fingertips do on a rib.
void settle_fingers(const RestingSurface& skin, const Foot& middle, contact::ToolKind tool, float gap_m,
                    HandJoints& joints) {
    for (std::size_t f = 0; f < fingers; ++f) {
        float least = 1;
        for (const HandBone bone : pressing_bones(tool)) {
            const auto first = static_cast<std::size_t>(HandBone::index_proximal) + 3 * f;
            const auto at = static_cast<std::size_t>(bone);
            least = at >= first && at < first + 3 ? std::min(least, clearance_of(skin, middle, joints, bone))
                                                  : least;
        }
        if (least == 1) {
            continue; // this finger does not press
        }
        const Vec3 down = middle.normal * std::clamp(gap_m - least, -finger_reach_m, finger_reach_m);
        joints[of_finger(Joint::knuckle_0, f)] += knuckle_follows * down;
        for (const Joint first : {Joint::middle_0, Joint::end_0, Joint::tip_0}) {
            joints[of_finger(first, f)] += down;
        }
    }
}

/// Leads the thumb's pad to `tip`, its last phalanx leaning back so that the pad faces the fingers.
void oppose_thumb(const Foot& middle, Vec3 tip, HandJoints& joints) {
    const Vec3 base = joints[Joint::thumb_base];
    joints[Joint::thumb_tip] = tip;
    const Vec3 lean = glm::normalize(middle.normal * 0.92F - middle.forward * 0.38F);
    const Vec3 end = tip + lean * (thumb_mm[2] * mm);
    joints[Joint::thumb_middle] = end;
    // The knuckle between base and middle joint, bent outward as two bones of fixed length must.
    const Vec3 reach = end - base;
    const float far = std::max(glm::length(reach), 0.01F);
    const float one = thumb_mm[0] * mm;
    const float two = thumb_mm[1] * mm;
    const float along = (one * one - two * two + far * far) / (2 * far);
    const float bulge = std::sqrt(std::max(0.0F, one * one - along * along));
    Vec3 out = middle.lateral * -1.0F - middle.forward;
    out -= reach * (glm::dot(out, reach) / (far * far));
    joints[Joint::thumb_knuckle] = base + reach * (along / far) + glm::normalize(out) * bulge;
    const Vec3 pad = tip + middle.forward * (1.5F * mm);
    const Vec3 along_pad = (end - tip) * 0.45F;
    const Vec3 aside = middle.lateral * (3 * mm);
    joints[Joint::thumb_pad_front] = pad - aside;
    joints[Joint::thumb_pad_back] = pad - aside + along_pad;
    joints[Joint::thumb_pad_ulnar_front] = pad + aside;
    joints[Joint::thumb_pad_ulnar_back] = pad + aside + along_pad;
}

} // namespace

void stand_on_skin(const RestingSurface& skin, const HandFrame& frame, contact::ToolKind tool,
                   HandJoints& joints) {
    float least = 1;
    for (const HandBone bone : pressing_bones(tool)) {
        least = std::min(least, clearance_of(skin, frame.middle, joints, bone));
    }
    shift(joints.at, frame.middle.normal * (clearance_m.f() - least));
}

HandJoints bent_joints(const RestingSurface& skin, const HandFrame& frame, const HandInput& input) {
    const Posture& posture = posture_of(input.tool);
    const Foot& middle = frame.middle;
    const HandAxes axes = axes_of(middle, posture);
    HandJoints joints = hand_at(posture, axes, middle.position, input.spread);
    Vec3 over(0);
    for (const Joint joint : posture.under) {
        over += 0.25F * joints[joint];
    }
    const bool opposed = posture.thumb == ThumbPlace::opposed;
    const float gap_m = math::mix(pincer_open_m.f(), pincer_closed_m.f(), math::clamp01(input.grip));
    const float half_m = 0.5F * gap_m + bone_ends(HandBone::index_distal).radius_b_m;
    Vec3 off = middle.position - over;
    off += opposed ? middle.forward * half_m : Vec3(0);
    shift(joints.at, off);
    stand_on_skin(skin, frame, input.tool, joints);
    settle_fingers(skin, middle, input.tool, clearance_m.f() + (opposed ? thumb_ahead_m : 0.0F), joints);
    if (opposed) {
        const float up_m = bone_ends(HandBone::thumb_pad).radius_a_m + clearance_m.f();
        const Foot foot = skin.walked(middle, 0, -half_m);
        oppose_thumb(middle, foot.position + foot.normal * up_m, joints);
    }
    const float rise = posture.wrist * degree;
    lay_forearm(skin, frame,
                middle.normal * math::sin(rise) - axes.forward * math::cos(rise) + frame.outward * 0.2F,
                joints);
    return joints;
}

} // namespace tactus::hands
