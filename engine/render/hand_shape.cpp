#include "engine/render/hand_shape.hpp"

#include "engine/render/noise.hpp"
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

constexpr std::array knuckles{HandBone::index_metacarpal_head, HandBone::middle_metacarpal_head,
                              HandBone::ring_metacarpal_head, HandBone::little_metacarpal_head};
constexpr std::array finger_joints{
    HandBone::index_proximal,  HandBone::index_middle,  HandBone::middle_proximal,
    HandBone::middle_middle,   HandBone::ring_proximal, HandBone::ring_middle,
    HandBone::little_proximal, HandBone::little_middle, HandBone::thumb_proximal};
constexpr std::array fingertips{HandBone::index_distal, HandBone::middle_distal, HandBone::ring_distal,
                                HandBone::little_distal, HandBone::thumb_distal};

/// Width of the smooth union where a bone joins the hand.
float blend_of(HandBone bone) {
    switch (bone) {
    case HandBone::carpus:
    case HandBone::thumb_metacarpal:
        return .022F;
    case HandBone::forearm_wrist:
    case HandBone::forearm_middle:
    case HandBone::forearm_elbow:
        return .020F;
    case HandBone::hypothenar:
        return .016F;
    case HandBone::ulnar_styloid:
        return .014F;
    case HandBone::index_middle_pad:
    case HandBone::middle_ring_pad:
    case HandBone::ring_little_pad:
        return .010F;
    default:
        return bone < HandBone::index_middle_pad ? .014F : .0065F;
    }
}

} // namespace

const contact::Capsule& capsule_of(const HandSnapshot& hand, HandBone bone) {
    return hand.capsules[hands::capsule_index(hand.tool, bone)];
}

std::vector<Lobe> lobes_of(const HandSnapshot& hand) {
    std::vector<Lobe> lobes;
    for (std::size_t k = 0; k < hands::hand_bone_count; ++k) {
        const auto bone = static_cast<HandBone>(k);
        lobes.push_back({capsule_of(hand, bone), blend_of(bone)});
    }
    const Vec3 wrist = capsule_of(hand, HandBone::carpus).a;
    for (const HandBone bone : knuckles) {
        const contact::Capsule& head = capsule_of(hand, bone);
        const float top = head.radius_b_m * .80F;
        lobes.push_back({{glm::mix(wrist, head.b, .35F) + hand.normal * (top * 1.1F),
                          head.b + hand.normal * top, .0028F, .0026F},
                         .007F});
        const Vec3 knuckle = head.b + hand.normal * (head.radius_b_m * .28F);
        lobes.push_back({{knuckle, knuckle + hand.forward * .001F, .0098F, .0098F}, .010F});
    }
    return lobes;
}

Vec3 forearm_axis(const HandSnapshot& hand) {
    return glm::normalize(capsule_of(hand, HandBone::forearm_elbow).b -
                          capsule_of(hand, HandBone::forearm_wrist).a);
}

float bone_distance(Vec3 point, const contact::Capsule& capsule) {
    return anatomy::tapered_capsule(point, capsule.a, capsule.b, capsule.radius_a_m, capsule.radius_b_m);
}

HandTint hand_tint(const HandSnapshot& hand, Vec3 base, Vec3 position) {
    float red = (fractal_noise(position * 45.0F, 3) - .45F) * 1.2F;
    const auto near = [&](Vec3 centre, float reach) {
        return math::gauss(glm::length(position - centre), reach);
    };
    for (const HandBone bone : knuckles) {
        const contact::Capsule& head = capsule_of(hand, bone);
        red += .9F * near(head.b + hand.normal * head.radius_b_m, .011F);
    }
    for (const HandBone bone : finger_joints) {
        const contact::Capsule& joint = capsule_of(hand, bone);
        red += .8F * near(joint.b + hand.normal * joint.radius_b_m, .008F);
    }
    float nail = 0;
    for (const HandBone bone : fingertips) {
        const contact::Capsule& tip = capsule_of(hand, bone);
        const Vec3 along = glm::normalize(tip.b - tip.a);
        const Vec3 offset = position - (tip.b + hand.normal * (tip.radius_b_m * .82F));
        const float ahead = glm::dot(offset, along);
        const float up = glm::dot(offset, hand.normal);
        const float aside = glm::length(offset - along * ahead - hand.normal * up);
        nail = std::max(nail, math::smoothstep(.0075F, .0050F, std::hypot(ahead * .85F, aside * 1.1F)) *
                                  math::smoothstep(-.005F, -.001F, up));
        red += .5F * near(tip.b, .010F);
    }
    const Vec3 skin = base * glm::exp(-Vec3(.08F, .30F, .26F) * red);
    return {glm::mix(skin, Vec3(.66F, .42F, .35F), nail), nail};
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

bool has_all_bones(const HandSnapshot& hand) {
    return hand.present && hand.capsules.size() == hands::hand_bone_count;
}

HandSnapshot with_clear_forearm(const HandSnapshot& hand, Vec3 eye) {
    const Vec3 wrist = capsule_of(hand, HandBone::forearm_wrist).a;
    const Vec3 axis = forearm_axis(hand);
    const Vec3 to_eye = glm::normalize(eye - wrist);
    Vec3 cleared = axis + hand.normal * std::max(0.0F, lowest_rise - glm::dot(axis, hand.normal));
    // A forearm that stands straight on the skin hides the thumb it presses with: lean it out to the side.
    const float upright = math::smoothstep(.6F, .9F, glm::dot(cleared, hand.normal));
    const Vec3 outward(wrist.x < 0 ? -1.0F : 1.0F, 0, .35F);
    cleared = glm::normalize(cleared + outward * (1.6F * upright));
    const float toward = glm::dot(cleared, to_eye);
    if (toward > nearest_to_eye) {
        // Sideways to where it already leans, and outward from the spine, so that the swing never flips.
        const Vec3 bias = outward * .25F;
        const Vec3 aside = cleared - to_eye * toward + bias - to_eye * glm::dot(bias, to_eye);
        cleared =
            to_eye * nearest_to_eye + glm::normalize(aside) * std::sqrt(1 - nearest_to_eye * nearest_to_eye);
    }
    // The turn that takes the axis to its new place, applied to all that hangs on it.
    const Vec3 cross = glm::cross(axis, cleared);
    const float cosine = glm::dot(axis, cleared);
    const auto turned = [&](Vec3 point) {
        const Vec3 r = point - wrist;
        return wrist + r * cosine + glm::cross(cross, r) +
               cross * (glm::dot(cross, r) / (1 + std::max(cosine, -.9F)));
    };
    HandSnapshot moved = hand;
    for (const HandBone bone : {HandBone::forearm_wrist, HandBone::forearm_middle, HandBone::forearm_elbow,
                                HandBone::ulnar_styloid}) {
        contact::Capsule& capsule = moved.capsules[hands::capsule_index(hand.tool, bone)];
        capsule.a = turned(capsule.a);
        capsule.b = turned(capsule.b);
    }
    return moved;
}

std::vector<contact::Capsule> shading_capsules(const HandSnapshot& hand) {
    std::vector<contact::Capsule> kept;
    for (std::size_t k = 0; k < hand.capsules.size(); ++k) {
        const bool dissolved =
            has_all_bones(hand) && (k == hands::capsule_index(hand.tool, HandBone::forearm_middle) ||
                                    k == hands::capsule_index(hand.tool, HandBone::forearm_elbow));
        if (!dissolved) {
            kept.push_back(hand.capsules[k]);
        }
    }
    return kept;
}
} // namespace tactus::render
