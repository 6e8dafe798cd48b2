#pragma once
/// The posed hand as a pure function of the body and the input: where every bone of it lies over the rest
/// skin.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/tool.hpp"
#include "sim/hands/hand_bones.hpp"
#include "sim/hands/hand_input.hpp"

#include <array>

namespace tactus::hands {

/// Lays the tool at input.u, input.v (clamped to the client's skin grid) with the skin side of its pressing
/// bones just clear of the rest skin. Palm: every joint is laid on the skin, so that the hand takes the
/// body's form; the fingers give way by what a palm under input.force_n sinks more than they do. Thumb: its
/// pad stands on the place, the closed fingers hover. Other tools stand on the bones that press with them;
/// input.grip closes a pincer. A hand with a hold only lies there. The approach axis leans by input.tilt_deg
/// toward the heading; the hand itself does not lean. `velocity_m_s` is 0 and `commanded_force_n` is
/// input.force_n: limits over time are HandPoser's. Smooth in u, v and angle. Pure; any thread; about 20 us.
contact::PosedTool pose_tool(const anatomy::Anatomy& anatomy, const HandInput& input, contact::Side side);

/// All capsules of a hand on an endless flat skin (y = 0, place of the tool at the origin, heading 0, no
/// force), in the order of HandBone: what a mesh is made around before it is skinned to posed hands. Pure.
std::array<contact::Capsule, hand_bone_count> flat_hand(contact::ToolKind tool, contact::Side side);

} // namespace tactus::hands
