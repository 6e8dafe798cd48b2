#pragma once
/// The fixed list of capsules that make a hand: their order, their names and which of them press with which
/// tool. A posed hand always holds all of them, `PosedTool::pressing` first and then `PosedTool::shown`, each
/// in the order of this list, so a mesh that is skinned to the hand finds its bones by index whatever the
/// tool.

#include "sim/contact/tool.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tactus::hands {

/// One capsule of the hand, from its end near the body (`a`) to its end near the fingertip (`b`). Append
/// only.
enum class HandBone : std::uint8_t {
    carpus, ///< wrist to the middle of the palm

    index_metacarpal_base, ///< the half of the metacarpal near the wrist
    index_metacarpal_head, ///< the half near the knuckle
    middle_metacarpal_base,
    middle_metacarpal_head,
    ring_metacarpal_base,
    ring_metacarpal_head,
    little_metacarpal_base,
    little_metacarpal_head,

    index_middle_pad, ///< flesh between two knuckles on the palm's side; `a` is the one nearer to the thumb
    middle_ring_pad,
    ring_little_pad,

    index_proximal,
    index_middle,
    index_distal,
    middle_proximal,
    middle_middle,
    middle_distal,
    ring_proximal,
    ring_middle,
    ring_distal,
    little_proximal,
    little_middle,
    little_distal,

    thumb_metacarpal, ///< with the ball of the thumb (thenar)
    thumb_proximal,
    thumb_distal,
    thumb_pad, ///< flesh under the distal phalanx, the half away from the fingers; `a` at the tip

    hypothenar, ///< ball of the little finger; `a` at the wrist

    forearm_wrist, ///< here `a` is at the wrist, `b` toward the elbow; the two below follow on
    forearm_middle,
    forearm_elbow,
    ulnar_styloid,

    thumb_pad_ulnar, ///< the half of the thumb's pad toward the fingers

    olecranon, ///< the tip of the elbow, `a` at its end
};

inline constexpr std::size_t hand_bone_count = 35;

/// "index_proximal". Pure.
std::string_view hand_bone_name(HandBone bone);

/// The bones of `PosedTool::pressing` in its order. Pure.
std::span<const HandBone> pressing_bones(contact::ToolKind tool);

/// The bones of `PosedTool::shown` in its order. Pure.
std::span<const HandBone> shown_bones(contact::ToolKind tool);

/// Where a bone's capsule stands in pressing followed by shown (a snapshot's `HandSnapshot::capsules`). Pure.
std::size_t capsule_index(contact::ToolKind tool, HandBone bone);

} // namespace tactus::hands
