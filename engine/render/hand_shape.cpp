#include "engine/render/hand_shape.hpp"

#include "sim/anatomy/implicit_shapes.hpp"
#include "sim/hands/hand_pose.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::render {
namespace {

using hands::HandBone;
using session::HandSnapshot;

constexpr float nearest_to_eye = .76F; ///< cosine of the least angle between forearm and line of sight
constexpr float lowest_rise = .30F;    ///< sine of the least angle between forearm and skin

/// A way from a hand that leads hardly down to the table, unless it is straight down.
Vec3 kept_level(Vec3 way, Vec3 up) { return way - up * (.95F * std::min(0.0F, glm::dot(way, up))); }

} // namespace

std::span<const HandBone> finger_bones() {
    static constexpr std::array bones = std::to_array<HandBone>(
        {HandBone::index_proximal, HandBone::index_middle, HandBone::index_distal, HandBone::middle_proximal,
         HandBone::middle_middle, HandBone::middle_distal, HandBone::ring_proximal, HandBone::ring_middle,
         HandBone::ring_distal, HandBone::little_proximal, HandBone::little_middle, HandBone::little_distal,
         HandBone::thumb_proximal, HandBone::thumb_distal, HandBone::thumb_pad, HandBone::thumb_pad_ulnar});
    return bones;
}

const contact::Capsule& capsule_of(const HandSnapshot& hand, HandBone bone) {
    return hand.capsules[hands::capsule_index(hand.tool, bone)];
}

bool arm_presses(contact::ToolKind tool) {
    return std::ranges::count(hands::pressing_bones(tool), HandBone::forearm_elbow) > 0;
}

Vec3 forearm_axis(const HandSnapshot& hand) {
    return glm::normalize(capsule_of(hand, HandBone::forearm_elbow).b -
                          capsule_of(hand, HandBone::forearm_wrist).a);
}

Cuff cuff_of(const HandSnapshot& hand) {
    if (!arm_presses(hand.tool)) {
        return {.origin = capsule_of(hand, HandBone::forearm_wrist).a,
                .axis = forearm_axis(hand),
                .bare_m = .140F,
                .sleeve_m = .118F,
                .bone = HandBone::forearm_middle,
                .radius_m = .0415F};
    }
    // The shoulder is over the elbow that presses, behind it: an elbow on its tip is bent the more.
    const bool stands = hand.tool == contact::ToolKind::elbow;
    return {.origin = capsule_of(hand, HandBone::forearm_elbow).b,
            .axis = glm::normalize(hand.normal * .80F - hand.forward * (stands ? .62F : .30F)),
            .bare_m = .145F,
            .sleeve_m = .120F,
            .bone = HandBone::forearm_elbow,
            .radius_m = .0500F};
}

float bone_distance(Vec3 point, const contact::Capsule& capsule) {
    return anatomy::tapered_capsule(point, capsule.a, capsule.b, capsule.radius_a_m, capsule.radius_b_m);
}

HandSnapshot flat_snapshot(contact::ToolKind tool, contact::Side side) {
    const auto flat = hands::flat_hand(tool, side);
    HandSnapshot hand;
    hand.present = true;
    hand.tool = tool;
    hand.normal = Vec3(0, 1, 0);
    hand.forward = Vec3(0, 0, -1);
    hand.capsules.resize(flat.size());
    for (std::size_t k = 0; k < flat.size(); ++k) {
        hand.capsules[hands::capsule_index(tool, static_cast<HandBone>(k))] = flat[k];
    }
    return hand;
}

HandSnapshot posed_snapshot(const anatomy::Anatomy& anatomy, const hands::HandInput& input,
                            contact::Side side) {
    const contact::PosedTool tool = hands::pose_tool(anatomy, input, side);
    HandSnapshot hand;
    hand.present = true;
    hand.tool = tool.kind;
    hand.capsules = tool.pressing;
    hand.capsules.insert(hand.capsules.end(), tool.shown.begin(), tool.shown.end());
    hand.pressing_count = static_cast<int>(tool.pressing.size());
    hand.centre = tool.centre;
    hand.normal = -tool.approach;
    hand.forward = tool.forward;
    return hand;
}

bool has_all_bones(const HandSnapshot& hand) {
    return hand.present && hand.capsules.size() == hands::hand_bone_count;
}

HandSnapshot with_clear_forearm(HandSnapshot hand, Vec3 eye, Vec3 up) {
    if (arm_presses(hand.tool)) {
        return hand;
    }
    const Vec3 wrist = capsule_of(hand, HandBone::forearm_wrist).a;
    const Vec3 axis = forearm_axis(hand);
    const Vec3 to_eye = glm::normalize(eye - wrist);
    Vec3 cleared = axis + hand.normal * std::max(0.0F, lowest_rise - glm::dot(axis, hand.normal));
    // A forearm that stands straight on the skin hides the thumb it presses with: lean it out to the side.
    const float upright = math::smoothstep(.6F, .9F, glm::dot(cleared, hand.normal));
    const Vec3 outward = kept_level(Vec3(wrist.x < 0 ? -1.0F : 1.0F, 0, .35F), up);
    cleared = glm::normalize(cleared + outward * (1.6F * upright));
    const float toward = glm::dot(cleared, to_eye);
    if (toward > nearest_to_eye) {
        // Sideways to where it already leans, and outward from the spine, so that the swing never flips.
        const Vec3 bias = outward * .25F;
        const Vec3 aside = cleared - to_eye * toward + bias - to_eye * glm::dot(bias, to_eye);
        cleared =
            to_eye * nearest_to_eye + glm::normalize(aside) * std::sqrt(1 - nearest_to_eye * nearest_to_eye);
    }
    cleared = glm::normalize(kept_level(cleared, up));
    // The turn that takes the axis to its new place, applied to all that hangs on it.
    const Vec3 cross = glm::cross(axis, cleared);
    const float cosine = glm::dot(axis, cleared);
    const auto turned = [&](Vec3 point) {
        const Vec3 r = point - wrist;
        return wrist + r * cosine + glm::cross(cross, r) +
               cross * (glm::dot(cross, r) / (1 + std::max(cosine, -.9F)));
    };
    for (const HandBone bone : {HandBone::forearm_wrist, HandBone::forearm_middle, HandBone::forearm_elbow,
                                HandBone::ulnar_styloid, HandBone::olecranon}) {
        contact::Capsule& capsule = hand.capsules[hands::capsule_index(hand.tool, bone)];
        capsule.a = turned(capsule.a);
        capsule.b = turned(capsule.b);
    }
    return hand;
}

void shading_capsules(const HandSnapshot& hand, std::vector<contact::Capsule>& kept) {
    kept.clear();
    for (std::size_t k = 0; k < hand.capsules.size(); ++k) {
        const bool dissolved = has_all_bones(hand) && !arm_presses(hand.tool) &&
                               (k == hands::capsule_index(hand.tool, HandBone::forearm_middle) ||
                                k == hands::capsule_index(hand.tool, HandBone::forearm_elbow));
        if (!dissolved) {
            kept.push_back(hand.capsules[k]);
        }
    }
}

} // namespace tactus::render
