#include "sim/hands/hand_pose.hpp"

#include "sim/contact/pad.hpp"
#include "sim/contact/soft_surface.hpp"
#include "sim/hands/hand_joints.hpp"
#include "sim/hands/tool_limits.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>

namespace tactus::hands {
namespace {

using contact::Capsule;
using contact::PosedTool;
using contact::ToolKind;

/// Past this lean a hand would slide off rather than press.
constexpr float tilt_limit_deg = 45;

Capsule capsule(const HandJoints& joints, HandBone bone) {
    const BoneEnds& ends = bone_ends(bone);
    return {joints[ends.a], joints[ends.b], ends.radius_a_m, ends.radius_b_m};
}

HandJoints joints_of(ToolKind tool, const RestingSurface& skin, const HandFrame& frame,
                     const HandInput& input) {
    switch (tool) {
    case ToolKind::palm:
    case ToolKind::reinforced_palm:
        return palm_joints(skin, frame, input);
    case ToolKind::thumb:
    case ToolKind::stacked_thumbs:
        return thumb_joints(skin, frame, tool == ToolKind::stacked_thumbs);
    case ToolKind::forearm:
    case ToolKind::elbow:
        return arm_joints(skin, frame, tool);
    default:
        return bent_joints(skin, frame, input);
    }
}

/// The heading is that of the pull, in the plane of the table; lift raises it from there.
contact::HeldPart held_part(const HandInput& input) {
    constexpr auto radians = static_cast<float>(math::pi / 180.0);
    const float heading = input.angle_deg * radians;
    const float rise = std::clamp(input.lift, 0.0F, 1.0F) * 90.0F * radians;
    const Vec3 along(math::sin(heading), 0, -math::cos(heading));
    const Vec3 pull = along * math::cos(rise) + Vec3(0, math::sin(rise), 0);
    return {.part = input.hold, .right = input.u >= 0, .force_n = pull * input.force_n};
}

/// A hand that holds lies across the back: its heading is spent on the pull.
HandInput as_laid(const HandInput& input) {
    HandInput laid = input;
    if (input.hold != contact::Hold::none) {
        laid.angle_deg = 0;
        laid.force_n = 0;
    }
    return laid;
}

} // namespace

PosedTool pose_tool(const anatomy::Anatomy& anatomy, const HandInput& asked, contact::Side side) {
    const HandInput input = as_laid(asked);
    const anatomy::SkinGrid& grid = anatomy.skin;
    const RestingSurface skin(grid);
    const HandFrame frame = hand_frame(skin, anatomy::locate(grid, input.u, input.v), side, input);
    const HandJoints joints = joints_of(input.tool, skin, frame, input);

    PosedTool tool;
    tool.kind = input.tool;
    tool.pressing.reserve(hand_bone_count);
    tool.shown.reserve(hand_bone_count);
    for (const HandBone bone : pressing_bones(input.tool)) {
        tool.pressing.push_back(capsule(joints, bone));
    }
    for (const HandBone bone : shown_bones(input.tool)) {
        tool.shown.push_back(capsule(joints, bone));
    }
    const auto tilt =
        static_cast<float>(std::clamp(input.tilt_deg, -tilt_limit_deg, tilt_limit_deg) * (math::pi / 180.0));
    tool.centre = frame.middle.position;
    tool.approach = frame.middle.forward * math::sin(tilt) - frame.middle.normal * math::cos(tilt);
    contact::share_surface(tool.pressing, -frame.middle.normal, contact::pad(input.tool).blend_m);
    tool.forward = frame.middle.forward;
    tool.velocity_m_s = Vec3(0);
    tool.commanded_force_n = input.force_n;
    tool.held = asked.hold == contact::Hold::none ? contact::HeldPart{} : held_part(asked);
    tool.lubricant = std::clamp(input.oil, 0.0F, 1.0F);
    tool.travel_stop_m = tool_limits(input.tool).travel_stop_m;
    return tool;
}

std::array<Capsule, hand_bone_count> flat_hand(ToolKind tool, contact::Side side) {
    const RestingSurface skin;
    const HandInput resting{.tool = tool};
    const HandFrame frame = hand_frame(skin, {}, side, resting);
    const HandJoints joints = joints_of(tool, skin, frame, resting);
    std::array<Capsule, hand_bone_count> capsules{};
    for (std::size_t k = 0; k < hand_bone_count; ++k) {
        capsules[k] = capsule(joints, static_cast<HandBone>(k));
    }
    return capsules;
}

} // namespace tactus::hands
