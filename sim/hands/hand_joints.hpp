#pragma once
/// The joints between the capsules of a hand: where they lie for each tool.

#include "sim/contact/tool.hpp"
#include "sim/hands/hand_bones.hpp"
#include "sim/hands/hand_input.hpp"
#include "sim/hands/resting_surface.hpp"

#include <array>
#include <cstdint>

namespace tactus::hands {

/// Every end of a capsule. Of the fingers: index, middle, ring, little, so that `of_finger` counts on.
enum class Joint : std::uint8_t {
    wrist,
    palm_middle,
    base_0,
    base_1,
    base_2,
    base_3, // metacarpals at the wrist
    shaft_0,
    shaft_1,
    shaft_2,
    shaft_3, // their middles
    knuckle_0,
    knuckle_1,
    knuckle_2,
    knuckle_3, // metacarpal heads
    middle_0,
    middle_1,
    middle_2,
    middle_3, // proximal interphalangeal joints
    end_0,
    end_1,
    end_2,
    end_3, // distal interphalangeal joints
    tip_0,
    tip_1,
    tip_2,
    tip_3,
    thumb_base,
    thumb_knuckle,
    thumb_middle,
    thumb_tip,
    thumb_pad_front,
    thumb_pad_back,
    hypothenar_wrist,
    hypothenar_knuckle,
    forearm_third,
    forearm_two_thirds,
    elbow,
    styloid,
    styloid_above,
    thumb_pad_ulnar_front,
    thumb_pad_ulnar_back,
    olecranon_tip,
    olecranon_root,
};

inline constexpr std::size_t joint_count = static_cast<std::size_t>(Joint::olecranon_root) + 1;

/// The joint of finger 0..3 that `first` is of the index finger. Pure.
constexpr Joint of_finger(Joint first, std::size_t finger) {
    return static_cast<Joint>(static_cast<std::size_t>(first) + finger);
}

/// Places of the joints in the body frame, metres.
struct HandJoints {
    std::array<Vec3, joint_count> at{};

    Vec3& operator[](Joint joint) { return at[static_cast<std::size_t>(joint)]; }

    const Vec3& operator[](Joint joint) const { return at[static_cast<std::size_t>(joint)]; }
};

/// One capsule between two joints.
struct BoneEnds {
    Joint a;
    Joint b;
    float radius_a_m;
    float radius_b_m;
};

/// The capsule of a bone: between which joints, how thick. Pure.
const BoneEnds& bone_ends(HandBone bone);

/// The hand over the skin: `middle` is the place under the middle of the tool; `outward` points away from the
/// spine along the skin, with a length that falls to 0 at the midline.
struct HandFrame {
    Foot middle;
    Vec3 outward;
};

/// place: of the tool's middle on the grid. side, heading_deg: as in PosedTool and HandInput. u: the hand's,
/// for `outward`. Pure.
HandFrame hand_frame(const RestingSurface& skin, anatomy::GridPlace place, contact::Side side,
                     const HandInput& input);

/// Joints of the flat palm, laid on the skin. input: force_n and spread count. Pure.
HandJoints palm_joints(const RestingSurface& skin, const HandFrame& frame, const HandInput& input);

/// Joints of the thumb standing on its pad with the fingers closed beside it; under another thumb's weight
/// its pad is laid flatter and wider. Pure.
HandJoints thumb_joints(const RestingSurface& skin, const HandFrame& frame, bool stacked);

/// Joints of a hand bent as for the tool (posture.hpp), standing on its pressing bones. input: tool, spread
/// and grip count. Pure.
HandJoints bent_joints(const RestingSurface& skin, const HandFrame& frame, const HandInput& input);

/// Joints of an arm that lies on the skin next to its elbow, or stands on its elbow. Pure.
HandJoints arm_joints(const RestingSurface& skin, const HandFrame& frame, contact::ToolKind tool);

/// Moves all joints along the normal until the bones that press with the tool stand just clear of the skin.
void stand_on_skin(const RestingSurface& skin, const HandFrame& frame, contact::ToolKind tool,
                   HandJoints& joints);

/// Places the joints of the forearm behind the wrist, clear of the skin. along: from the wrist toward the
/// elbow.
void lay_forearm(const RestingSurface& skin, const HandFrame& frame, Vec3 along, HandJoints& joints);

} // namespace tactus::hands
