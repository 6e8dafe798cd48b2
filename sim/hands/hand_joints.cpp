#include "sim/hands/hand_joints.hpp"

#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::hands {
namespace {

constexpr float forearm_length_m = 0.30F; // the part that is shown; the sleeve swallows the rest
constexpr float forearm_clearance_m = 0.010F;

/// Over this |u| the elbow swings from one side of the spine to the other.
constexpr float midline_blend_u = 0.15F;

constexpr BoneEnds ends(Joint a, Joint b, float radius_a_mm, float radius_b_mm) {
    return {a, b, radius_a_mm * 0.001F, radius_b_mm * 0.001F};
}

/// In the order of HandBone; radii of look.md 2.4.
constexpr std::array<BoneEnds, hand_bone_count> bones{{
    ends(Joint::wrist, Joint::palm_middle, 21.5F, 18.5F),

    ends(Joint::base_0, Joint::shaft_0, 17.0F, 15.0F),
    ends(Joint::shaft_0, Joint::knuckle_0, 15.0F, 12.8F),
    ends(Joint::base_1, Joint::shaft_1, 17.0F, 15.0F),
    ends(Joint::shaft_1, Joint::knuckle_1, 15.0F, 12.8F),
    ends(Joint::base_2, Joint::shaft_2, 17.0F, 15.0F),
    ends(Joint::shaft_2, Joint::knuckle_2, 15.0F, 12.8F),
    ends(Joint::base_3, Joint::shaft_3, 17.0F, 15.0F),
    ends(Joint::shaft_3, Joint::knuckle_3, 15.0F, 12.8F),

    ends(Joint::knuckle_0, Joint::knuckle_1, 12.5F, 12.5F),
    ends(Joint::knuckle_1, Joint::knuckle_2, 12.5F, 12.5F),
    ends(Joint::knuckle_2, Joint::knuckle_3, 12.5F, 12.5F),

    ends(Joint::knuckle_0, Joint::middle_0, 10.8F, 9.5F),
    ends(Joint::middle_0, Joint::end_0, 9.5F, 8.8F),
    ends(Joint::end_0, Joint::tip_0, 8.8F, 7.6F),
    ends(Joint::knuckle_1, Joint::middle_1, 10.8F, 9.5F),
    ends(Joint::middle_1, Joint::end_1, 9.5F, 8.8F),
    ends(Joint::end_1, Joint::tip_1, 8.8F, 7.6F),
    ends(Joint::knuckle_2, Joint::middle_2, 10.8F, 9.5F),
    ends(Joint::middle_2, Joint::end_2, 9.5F, 8.8F),
    ends(Joint::end_2, Joint::tip_2, 8.8F, 7.6F),
    ends(Joint::knuckle_3, Joint::middle_3, 9.4F, 8.3F),
    ends(Joint::middle_3, Joint::end_3, 8.3F, 7.7F),
    ends(Joint::end_3, Joint::tip_3, 7.7F, 6.6F),

    ends(Joint::thumb_base, Joint::thumb_knuckle, 18.5F, 14.0F),
    ends(Joint::thumb_knuckle, Joint::thumb_middle, 12.8F, 10.8F),
    ends(Joint::thumb_middle, Joint::thumb_tip, 10.8F, 9.0F),
    ends(Joint::thumb_pad_front, Joint::thumb_pad_back, 8.7F, 8.7F),

    ends(Joint::hypothenar_wrist, Joint::hypothenar_knuckle, 15.5F, 13.0F),

    ends(Joint::wrist, Joint::forearm_third, 22.5F, 30.0F),
    ends(Joint::forearm_third, Joint::forearm_two_thirds, 30.0F, 42.0F),
    ends(Joint::forearm_two_thirds, Joint::elbow, 42.0F, 39.0F),
    ends(Joint::styloid, Joint::styloid_above, 10.0F, 8.0F),
    ends(Joint::thumb_pad_ulnar_front, Joint::thumb_pad_ulnar_back, 8.7F, 8.7F),
    ends(Joint::olecranon_tip, Joint::olecranon_root, 10.5F, 16.0F),
}};

} // namespace

const BoneEnds& bone_ends(HandBone bone) { return bones[static_cast<std::size_t>(bone)]; }

HandFrame hand_frame(const RestingSurface& skin, anatomy::GridPlace place, contact::Side side,
                     const HandInput& input) {
    const auto heading_rad = static_cast<float>(input.angle_deg * (math::pi / 180.0));
    HandFrame frame{.middle = skin.at(place, heading_rad, side == contact::Side::right ? 1.0F : -1.0F)};
    const Vec3 right(1, 0, 0);
    const Vec3 n = frame.middle.normal;
    const float side_of_spine = input.u / std::sqrt(input.u * input.u + midline_blend_u * midline_blend_u);
    frame.outward = (right - n * glm::dot(right, n)) * side_of_spine;
    return frame;
}

void lay_forearm(const RestingSurface& skin, const HandFrame& frame, Vec3 along, HandJoints& joints) {
    const Foot& middle = frame.middle;
    const Vec3 wrist = joints[Joint::wrist];
    const Vec3 unit = glm::normalize(along);
    const auto clear = [&](Vec3 point, float radius_m) {
        const float least_y = skin.height_near(point) + radius_m + forearm_clearance_m;
        return Vec3(point.x, std::max(point.y, least_y), point.z);
    };
    joints[Joint::elbow] =
        clear(wrist + unit * forearm_length_m, bone_ends(HandBone::forearm_elbow).radius_b_m);
    joints[Joint::forearm_two_thirds] =
        clear(wrist + (joints[Joint::elbow] - wrist) * (0.22F / forearm_length_m),
              bone_ends(HandBone::forearm_elbow).radius_a_m);
    joints[Joint::forearm_third] = wrist + (joints[Joint::forearm_two_thirds] - wrist) * (0.10F / 0.22F);
    const Vec3 up_arm = glm::normalize(joints[Joint::forearm_third] - wrist);
    joints[Joint::styloid] =
        wrist + middle.lateral * 0.017F - middle.forward * 0.004F + middle.normal * 0.004F;
    joints[Joint::olecranon_root] = joints[Joint::forearm_two_thirds];
    joints[Joint::olecranon_tip] = joints[Joint::elbow];
    joints[Joint::styloid_above] = wrist + middle.lateral * 0.016F + up_arm * 0.020F;
}

} // namespace tactus::hands
