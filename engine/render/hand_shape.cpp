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

constexpr std::array<std::array<HandBone, 3>, 5> chains{
    {{HandBone::index_proximal, HandBone::index_middle, HandBone::index_distal},
     {HandBone::middle_proximal, HandBone::middle_middle, HandBone::middle_distal},
     {HandBone::ring_proximal, HandBone::ring_middle, HandBone::ring_distal},
     {HandBone::little_proximal, HandBone::little_middle, HandBone::little_distal},
     {HandBone::thumb_proximal, HandBone::thumb_distal, HandBone::thumb_distal}}};

/// Bones of the palm and the arm with the width of the smooth union where each joins the ones before.
struct PalmBone {
    HandBone bone;
    float blend_m;
};

constexpr std::array palm_bones = std::to_array<PalmBone>({
    {HandBone::carpus, .022F},
    {HandBone::index_metacarpal_base, .014F},
    {HandBone::index_metacarpal_head, .012F},
    {HandBone::middle_metacarpal_base, .014F},
    {HandBone::middle_metacarpal_head, .012F},
    {HandBone::ring_metacarpal_base, .014F},
    {HandBone::ring_metacarpal_head, .012F},
    {HandBone::little_metacarpal_base, .014F},
    {HandBone::little_metacarpal_head, .012F},
    {HandBone::index_middle_pad, .010F},
    {HandBone::middle_ring_pad, .010F},
    {HandBone::ring_little_pad, .010F},
    {HandBone::thumb_metacarpal, .026F},
    {HandBone::hypothenar, .016F},
    {HandBone::forearm_wrist, .020F},
    {HandBone::forearm_middle, .020F},
    {HandBone::forearm_elbow, .020F},
    {HandBone::ulnar_styloid, .016F},
    {HandBone::olecranon, .014F},
});

constexpr float within_finger_m = .0022F; ///< wider, and the union would bulge at every joint like beads
constexpr float finger_to_palm_m = .013F;

/// Where a place lies on the nail of a fingertip.
struct NailPlace {
    float cover; ///< 1 on the plate
    float fold;  ///< 1 on the fold of skin around it
    float along; ///< -1 root .. 1 free edge
};

NailPlace nail_place(const HandSnapshot& hand, const contact::Capsule& tip, Vec3 position) {
    const Vec3 along = glm::normalize(tip.b - tip.a);
    const Vec3 back = glm::normalize(hand.normal - along * glm::dot(hand.normal, along));
    const Vec3 across = glm::cross(along, back);
    const float radius = tip.radius_b_m;
    const Vec3 offset = position - tip.b - along * (.12F * radius);
    const float ahead = glm::dot(offset, along) / (.86F * radius);
    const float aside = glm::dot(offset, across) / (.70F * radius);
    // A plate with round corners: between a square and a circle.
    const float ring = std::sqrt(std::sqrt(ahead * ahead * ahead * ahead + aside * aside * aside * aside));
    const float above = math::smoothstep(.15F, .45F, glm::dot(offset, back) / radius);
    return {above * math::smoothstep(1.12F, .92F, ring), above * math::gauss(ring - 1.22F, .16F), ahead};
}

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

float bone_distance(Vec3 point, const contact::Capsule& capsule) {
    return anatomy::tapered_capsule(point, capsule.a, capsule.b, capsule.radius_a_m, capsule.radius_b_m);
}

HandField::HandField(const HandSnapshot& hand)
    : wrist_(capsule_of(hand, HandBone::forearm_wrist).a), forearm_(forearm_axis(hand)) {
    for (const PalmBone& part : palm_bones) {
        palm_.push_back({capsule_of(hand, part.bone), part.blend_m});
    }
    for (std::size_t finger = 0; finger < fingers_.size(); ++finger) {
        for (std::size_t joint = 0; joint < 3; ++joint) {
            fingers_[finger][joint] = capsule_of(hand, chains[finger][joint]);
        }
    }
    for (const HandBone pad : {HandBone::thumb_pad, HandBone::thumb_pad_ulnar}) {
        palm_.push_back({capsule_of(hand, pad), .004F});
    }
    add_webs(hand);
    add_back(hand);
}

// The skin between two fingers reaches a good third along their first phalanges, lower than their backs.
void HandField::add_webs(const HandSnapshot& hand) {
    for (std::size_t finger = 0; finger + 1 < 4; ++finger) {
        const contact::Capsule& one = fingers_[finger][0];
        const contact::Capsule& two = fingers_[finger + 1][0];
        const Vec3 drop = hand.normal * .0012F;
        const auto web = [&](float share, float radius) {
            const Vec3 a = glm::mix(one.a, one.b, share) - drop;
            const Vec3 b = glm::mix(two.a, two.b, share) - drop;
            palm_.push_back({{a, b, radius, radius}, .007F});
        };
        web(.12F, .0088F);
        web(.30F, .0062F);
    }
    // The fold from the thumb to the index finger.
    const contact::Capsule& thumb = capsule_of(hand, HandBone::thumb_metacarpal);
    const contact::Capsule& index = capsule_of(hand, HandBone::index_metacarpal_head);
    palm_.push_back(
        {{glm::mix(thumb.a, thumb.b, .62F), glm::mix(index.a, index.b, .30F), .0085F, .0085F}, .020F});
    palm_.push_back(
        {{glm::mix(thumb.a, thumb.b, .90F), glm::mix(index.a, index.b, .55F), .0046F, .0050F}, .016F});
}

// Extensor tendons and knuckles.
void HandField::add_back(const HandSnapshot& hand) {
    const Vec3 wrist = capsule_of(hand, HandBone::carpus).a;
    for (const HandBone bone : knuckles) {
        const contact::Capsule& head = capsule_of(hand, bone);
        const float top = head.radius_b_m * .80F;
        palm_.push_back({{glm::mix(wrist, head.b, .35F) + hand.normal * (top * 1.1F),
                          head.b + hand.normal * (top * .98F), .0026F, .0024F},
                         .008F});
        const Vec3 knuckle = head.b + hand.normal * (head.radius_b_m * .14F);
        palm_.push_back({{knuckle, knuckle + hand.forward * .003F, .0096F, .0090F}, .016F});
    }
}

float HandField::operator()(Vec3 point) const {
    float palm = bone_distance(point, palm_.front().capsule);
    for (std::size_t k = 1; k < palm_.size(); ++k) {
        palm = anatomy::smooth_union(palm, bone_distance(point, palm_[k].capsule), palm_[k].blend_m);
    }
    float whole = palm;
    for (std::size_t finger = 0; finger < fingers_.size(); ++finger) {
        float chain = bone_distance(point, fingers_[finger][0]);
        for (int joint = 1; joint < joints_[finger]; ++joint) {
            chain = anatomy::smooth_union(
                chain, bone_distance(point, fingers_[finger][static_cast<std::size_t>(joint)]),
                within_finger_m);
        }
        whole = std::min(whole, anatomy::smooth_union(palm, chain, finger_to_palm_m));
    }
    return whole;
}

std::array<Vec3, 2> HandField::box(float forearm_m) const {
    std::array<Vec3, 2> corners{Vec3(1e9F), Vec3(-1e9F)};
    const auto add = [&](Vec3 end) {
        const Vec3 kept = glm::dot(end - wrist_, forearm_) > forearm_m ? wrist_ + forearm_ * forearm_m : end;
        corners[0] = glm::min(corners[0], kept - Vec3(.05F));
        corners[1] = glm::max(corners[1], kept + Vec3(.05F));
    };
    for (const Lobe& lobe : palm_) {
        add(lobe.capsule.a);
        add(lobe.capsule.b);
    }
    for (const auto& finger : fingers_) {
        add(finger[0].b);
        add(finger[2].b);
    }
    return corners;
}

HandTint hand_tint(const HandSnapshot& hand, Vec3 base, Vec3 position) {
    float red = (fractal_noise(position * 45.0F, 3) - .45F) * 1.2F;
    const auto near = [&](Vec3 centre, float reach) {
        return math::gauss(glm::length(position - centre), reach);
    };
    for (const HandBone bone : knuckles) {
        const contact::Capsule& head = capsule_of(hand, bone);
        red += .6F * near(head.b + hand.normal * head.radius_b_m, .011F);
    }
    for (const HandBone bone : finger_joints) {
        const contact::Capsule& joint = capsule_of(hand, bone);
        red += .45F * near(joint.b + hand.normal * joint.radius_b_m, .007F);
    }
    HandTint tint{base, 0};
    Vec3 plate(.66F, .42F, .35F);
    for (const HandBone bone : fingertips) {
        const contact::Capsule& tip = capsule_of(hand, bone);
        red += .5F * near(tip.b, .010F);
        const NailPlace place = nail_place(hand, tip, position);
        if (place.cover > tint.nail) {
            tint.nail = place.cover;
            // Paler at the root and at the free edge.
            plate = glm::mix(plate, Vec3(.78F, .66F, .58F),
                             .75F * math::smoothstep(.62F, .86F, place.along) +
                                 .35F * math::smoothstep(-.45F, -.80F, place.along));
        }
        red += .6F * place.fold;
    }
    const Vec3 skin = base * glm::exp(-Vec3(.08F, .30F, .26F) * red);
    tint.albedo = glm::mix(skin, plate, tint.nail);
    return tint;
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

HandSnapshot with_clear_forearm(const HandSnapshot& hand, Vec3 eye) {
    if (arm_presses(hand.tool)) {
        return hand;
    }
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
                                HandBone::ulnar_styloid, HandBone::olecranon}) {
        contact::Capsule& capsule = moved.capsules[hands::capsule_index(hand.tool, bone)];
        capsule.a = turned(capsule.a);
        capsule.b = turned(capsule.b);
    }
    return moved;
}

std::vector<contact::Capsule> shading_capsules(const HandSnapshot& hand) {
    std::vector<contact::Capsule> kept;
    for (std::size_t k = 0; k < hand.capsules.size(); ++k) {
        const bool dissolved = has_all_bones(hand) && !arm_presses(hand.tool) &&
                               (k == hands::capsule_index(hand.tool, HandBone::forearm_middle) ||
                                k == hands::capsule_index(hand.tool, HandBone::forearm_elbow));
        if (!dissolved) {
            kept.push_back(hand.capsules[k]);
        }
    }
    return kept;
}
} // namespace tactus::render
