#pragma once
/// The form and colour of a hand of capsules, as the picture has it.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/tool.hpp"
#include "sim/hands/hand_bones.hpp"
#include "sim/hands/hand_input.hpp"
#include "sim/session/snapshot.hpp"

#include <array>
#include <span>
#include <vector>

namespace tactus::render {

/// True when the hand is shown and has all the capsules of its kind. The functions below ask for that.
bool has_all_bones(const session::HandSnapshot& hand);

/// A hand on a flat surface: y = 0, tool at the origin, fingers to -z.
session::HandSnapshot flat_snapshot(contact::ToolKind tool, contact::Side side);

/// A hand as the tool is laid on the rest skin, pressing nothing.
session::HandSnapshot posed_snapshot(const anatomy::Anatomy& anatomy, const hands::HandInput& input,
                                     contact::Side side);

/// The bones of the fingers and of the thumb beyond the palm.
std::span<const hands::HandBone> finger_bones();

/// Where the fingers leave the palm.
inline constexpr std::array knuckles{
    hands::HandBone::index_metacarpal_head, hands::HandBone::middle_metacarpal_head,
    hands::HandBone::ring_metacarpal_head, hands::HandBone::little_metacarpal_head};

const contact::Capsule& capsule_of(const session::HandSnapshot& hand, hands::HandBone bone);

/// True when the arm is what presses: it is bare then, and stays where it is whoever looks.
bool arm_presses(contact::ToolKind tool);

/// Unit; from the wrist to the elbow.
Vec3 forearm_axis(const session::HandSnapshot& hand);

/// Where the bare arm ends and the sleeve begins: metres along `axis` from `origin`, the wrist or, where the
/// arm presses, the elbow. The sleeve moves with `bone`.
struct Cuff {
    Vec3 origin;
    Vec3 axis;
    float bare_m;   ///< the skin ends here, inside the sleeve
    float sleeve_m; ///< the hem
    hands::HandBone bone;
    float radius_m; ///< of the hem
};

Cuff cuff_of(const session::HandSnapshot& hand);

/// Signed distance to a capsule, metres.
float bone_distance(Vec3 point, const contact::Capsule& capsule);

/// The hand with its forearm swung about the wrist where it would point at the eye (its dissolving sleeve
/// would be a ring in front of the hand) or sink into the body or, on someone who lies on a side, into the
/// table. The forearm touches nothing; only the picture is changed. up: the room's, in the body's frame.
session::HandSnapshot with_clear_forearm(session::HandSnapshot hand, Vec3 eye, Vec3 up = Vec3(0, 1, 0));

/// The capsules that keep light from the skin: all but the forearm where it has dissolved. They are put into
/// `kept`, whose memory serves frame after frame.
void shading_capsules(const session::HandSnapshot& hand, std::vector<contact::Capsule>& kept);

} // namespace tactus::render
