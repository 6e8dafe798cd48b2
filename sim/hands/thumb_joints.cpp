#include "sim/hands/hand_joints.hpp"
#include "sim/hands/hand_measures.hpp"
#include "sim/hands/hands_data.hpp"

#include <algorithm>

namespace tactus::hands {
namespace {

/// Moves the hand so that the solved centre of pressure, and not the middle of the pad, lies at the place.
constexpr float ahead_mm = 2.5F;

/// What the second thumb's weight makes of the pad under it: each half so much further out, and its back so
/// much further along the phalanx, which it presses flat.
constexpr float flattened_mm = 1.8F;
constexpr float lengthened_mm = 4;

/// A joint of the thumbing hand in millimetres from the place under the pad: away from the thumb, up,
/// forward.
struct Place {
    Joint joint;
    float lateral, up, forward;
};

/// The distal phalanx leans 45 degrees; the pad under it lies nearly flat, so that the pad presses and not
/// the tip. The fingers are closed beside the thumb and the curled index steadies it. Bones keep the lengths
/// of look.md 2.4.
constexpr std::array<Place, 35> places{{
    {Joint::thumb_pad_front, -1.2F, 8.7F, 3.5F},
    {Joint::thumb_pad_back, -1.2F, 10.2F, -8.6F},
    {Joint::thumb_pad_ulnar_front, 1.2F, 8.7F, 3.5F},
    {Joint::thumb_pad_ulnar_back, 1.2F, 10.2F, -8.6F},
    {Joint::thumb_tip, 0, 10.5F, 4},
    {Joint::thumb_middle, 0, 27.5F, -13},
    {Joint::thumb_knuckle, 3, 49, -39},
    {Joint::thumb_base, 14, 65, -81},
    {Joint::wrist, 34, 71, -102},
    {Joint::base_0, 24, 76, -86},
    {Joint::base_1, 33, 79, -86},
    {Joint::base_2, 41, 80, -86},
    {Joint::base_3, 48, 79, -87},
    {Joint::shaft_0, 23, 72, -48},
    {Joint::shaft_1, 37, 76, -46},
    {Joint::shaft_2, 49.5F, 76, -50},
    {Joint::shaft_3, 60.5F, 75, -58},
    {Joint::knuckle_0, 22, 66, -10},
    {Joint::knuckle_1, 41, 70, -5},
    {Joint::knuckle_2, 58, 71, -13},
    {Joint::knuckle_3, 73, 69, -28},
    {Joint::middle_0, 22, 33, 19},
    {Joint::middle_1, 40, 36, 29},
    {Joint::middle_2, 57, 40, 18},
    {Joint::middle_3, 73, 44, -4},
    {Joint::end_0, 21, 27, -6},
    {Joint::end_1, 39, 29, 0},
    {Joint::end_2, 56, 33, -9},
    {Joint::end_3, 72, 38, -24},
    {Joint::tip_0, 20, 37, -24},
    {Joint::tip_1, 38, 40, -19},
    {Joint::tip_2, 55, 44, -28},
    {Joint::tip_3, 71, 48, -40},
    {Joint::hypothenar_wrist, 46, 68, -88},
    {Joint::hypothenar_knuckle, 66, 62, -45},
}};

/// Joints of one finger, from the shaft of its metacarpal to its tip, and how far each follows when the
/// finger is lifted off the skin.
constexpr std::array<std::pair<Joint, float>, 5> finger_lift{{{Joint::shaft_0, 0.3F},
                                                              {Joint::knuckle_0, 0.6F},
                                                              {Joint::middle_0, 1.0F},
                                                              {Joint::end_0, 1.0F},
                                                              {Joint::tip_0, 1.0F}}};

/// By how much the pad's capsule must move along the normal to stand just clear of the skin.
float pad_shift(const RestingSurface& skin, const HandFrame& frame, const HandJoints& joints) {
    const float wanted = bone_ends(HandBone::thumb_pad).radius_a_m + clearance_m.f();
    float shift = -wanted;
    for (const auto& [a, b] : {std::pair(Joint::thumb_pad_front, Joint::thumb_pad_back),
                               std::pair(Joint::thumb_pad_ulnar_front, Joint::thumb_pad_ulnar_back)}) {
        for (const float share : {0.0F, 0.5F, 1.0F}) {
            const Vec3 point = glm::mix(joints[a], joints[b], share);
            shift = std::max(shift, wanted - skin.distance(point, frame.middle.place));
        }
    }
    return shift;
}

void clear_fingers(const RestingSurface& skin, const HandFrame& frame, HandJoints& joints) {
    const Foot& middle = frame.middle;
    for (std::size_t f = 0; f < 4; ++f) {
        float short_by = 0;
        for (const Joint first : {Joint::middle_0, Joint::end_0}) {
            const Vec3 point = joints[of_finger(first, f)];
            const Vec3 from_pad = point - middle.position;
            const Foot foot =
                skin.walked(middle, glm::dot(from_pad, middle.lateral), glm::dot(from_pad, middle.forward));
            const float wanted = fist_clearance_m.f() + bone_ends(HandBone::index_middle).radius_b_m;
            short_by = std::max(short_by, wanted - glm::dot(point - foot.position, middle.normal));
        }
        for (const auto& [first, share] : finger_lift) {
            joints[of_finger(first, f)] += middle.normal * (short_by * share);
        }
    }
}

} // namespace

HandJoints thumb_joints(const RestingSurface& skin, const HandFrame& frame, bool stacked) {
    const Foot& middle = frame.middle;
    HandJoints joints;
    for (const Place& place : places) {
        joints[place.joint] = middle.position + (middle.lateral * place.lateral + middle.normal * place.up +
                                                 middle.forward * (place.forward + ahead_mm)) *
                                                    mm;
    }
    if (stacked) {
        for (const auto& [joint, aside_mm] : {std::pair(Joint::thumb_pad_front, -flattened_mm),
                                              std::pair(Joint::thumb_pad_back, -flattened_mm),
                                              std::pair(Joint::thumb_pad_ulnar_front, flattened_mm),
                                              std::pair(Joint::thumb_pad_ulnar_back, flattened_mm)}) {
            joints[joint] += middle.lateral * (aside_mm * mm);
        }
        for (const Joint joint : {Joint::thumb_pad_back, Joint::thumb_pad_ulnar_back}) {
            joints[joint] -= (middle.forward * lengthened_mm + middle.normal) * mm;
        }
    }
    const float shift = pad_shift(skin, frame, joints);
    for (Vec3& joint : joints.at) {
        joint += middle.normal * shift;
    }
    clear_fingers(skin, frame, joints);
    joints[Joint::palm_middle] = glm::mix(joints[Joint::wrist], joints[Joint::knuckle_1], 0.35F);
    lay_forearm(skin, frame, middle.normal * 0.62F + frame.outward * 0.25F - middle.forward * 0.70F, joints);
    return joints;
}

} // namespace tactus::hands
