#include "engine/render/hand_field.hpp"

#include "engine/render/hand_shape.hpp"
#include "sim/anatomy/implicit_shapes.hpp"

#include <algorithm>

namespace tactus::render {
namespace {

using hands::HandBone;
using session::HandSnapshot;

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
constexpr float relief_reach_m = .012F; ///< further off nobody asks for the relief of a finger
constexpr float elbow_crease_m = .022F;

} // namespace

HandField::HandField(const HandSnapshot& hand)
    : digits_(digits_of(hand)), cuff_(cuff_of(hand)), whole_arm_(arm_presses(hand.tool)) {
    for (const PalmBone& part : palm_bones) {
        palm_.push_back({capsule_of(hand, part.bone), part.blend_m});
    }
    for (const HandBone pad : {HandBone::thumb_pad, HandBone::thumb_pad_ulnar}) {
        palm_.push_back({capsule_of(hand, pad), .004F});
    }
    add_wrist(hand);
    add_webs(hand);
    add_back(hand);
    if (whole_arm_) {
        add_elbow(hand);
    }
}

// The heel of the hand runs out along the forearm: ended at once, it would hang over the wrist like a glove.
void HandField::add_wrist(const HandSnapshot& hand) {
    const contact::Capsule& heel = capsule_of(hand, HandBone::hypothenar);
    const Vec3 wrist = capsule_of(hand, HandBone::forearm_wrist).a;
    const Vec3 axis = forearm_axis(hand);
    const Vec3 beside = heel.a - wrist - axis * glm::dot(heel.a - wrist, axis);
    palm_.push_back({{heel.a, wrist + axis * .046F + beside * .42F, heel.radius_a_m * .94F, .0125F}, .022F});
}

// The skin between two fingers reaches a good third along their first phalanges, lower than their backs.
void HandField::add_webs(const HandSnapshot& hand) {
    const Vec3 back = back_of_hand(hand);
    for (std::size_t finger = 0; finger + 1 < 4; ++finger) {
        const contact::Capsule& one = digits_[finger].phalanx[0].capsule;
        const contact::Capsule& two = digits_[finger + 1].phalanx[0].capsule;
        const Vec3 drop = back * .0012F;
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
    const Vec3 back = back_of_hand(hand);
    const Vec3 wrist = capsule_of(hand, HandBone::carpus).a;
    for (const HandBone bone : knuckles) {
        const contact::Capsule& head = capsule_of(hand, bone);
        const float top = head.radius_b_m * .80F;
        palm_.push_back({{glm::mix(wrist, head.b, .35F) + back * (top * 1.18F), head.b + back * (top * 1.04F),
                          .0026F, .0024F},
                         .007F});
        const Vec3 knuckle = head.b + back * (head.radius_b_m * .36F);
        palm_.push_back(
            {{knuckle, knuckle + glm::normalize(head.b - head.a) * .003F, .0096F, .0088F}, .013F});
    }
}

// The upper arm up to its sleeve, and the bony corners of the elbow.
void HandField::add_elbow(const HandSnapshot& hand) {
    const Vec3 elbow = cuff_.origin;
    const Vec3 side = glm::normalize(glm::cross(forearm_axis(hand), cuff_.axis));
    palm_.push_back({{elbow - side * .020F, elbow + side * .020F, .021F, .021F}, .026F});
    upper_arm_ = {elbow, elbow + cuff_.axis * .30F, .0400F, .0540F};
}

float HandField::finger(const Digit& digit, Vec3 point) const {
    const auto bone = [&](std::size_t k) {
        const Phalanx& phalanx = digit.phalanx[k];
        const float distance = bone_distance(point, phalanx.capsule);
        const bool last = static_cast<int>(k) + 1 == digit.count;
        return distance < relief_reach_m ? distance - phalanx_relief_m(phalanx, last, point) : distance;
    };
    float chain = bone(0);
    for (int k = 1; k < digit.count; ++k) {
        chain = anatomy::smooth_union(chain, bone(static_cast<std::size_t>(k)), within_finger_m);
    }
    return chain;
}

float HandField::operator()(Vec3 point) const {
    float palm = bone_distance(point, palm_.front().capsule);
    for (std::size_t k = 1; k < palm_.size(); ++k) {
        palm = anatomy::smooth_union(palm, bone_distance(point, palm_[k].capsule), palm_[k].blend_m);
    }
    float whole = palm;
    for (const Digit& digit : digits_) {
        whole = std::min(whole, anatomy::smooth_union(palm, finger(digit, point), finger_to_palm_m));
    }
    // Within the sleeve there is nothing to be seen.
    const float past_end = glm::dot(point - cuff_.origin, cuff_.axis) - cuff_.bare_m;
    if (!whole_arm_) {
        return std::max(whole, past_end);
    }
    const float arm = bone_distance(point, upper_arm_);
    return anatomy::smooth_union(whole, std::max(arm, past_end), elbow_crease_m);
}

std::array<Vec3, 2> HandField::box() const {
    std::array<Vec3, 2> corners{Vec3(1e9F), Vec3(-1e9F)};
    const auto add = [&](Vec3 end) {
        const float past = glm::dot(end - cuff_.origin, cuff_.axis) - cuff_.bare_m;
        const Vec3 kept = !whole_arm_ && past > 0 ? end - cuff_.axis * past : end;
        corners[0] = glm::min(corners[0], kept - Vec3(.05F));
        corners[1] = glm::max(corners[1], kept + Vec3(.05F));
    };
    for (const Lobe& lobe : palm_) {
        add(lobe.capsule.a);
        add(lobe.capsule.b);
    }
    for (const Digit& digit : digits_) {
        add(digit.phalanx[0].capsule.b);
        add(digit.phalanx[2].capsule.b);
    }
    add(cuff_.origin + cuff_.axis * (whole_arm_ ? cuff_.bare_m : 0));
    return corners;
}

} // namespace tactus::render
