#include "engine/render/supporting_hand.hpp"

#include "engine/render/hand_digits.hpp"
#include "engine/render/hand_shape.hpp"
#include "sim/hands/hand_bones.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <span>
#include <utility>

namespace tactus::render {
namespace {

using contact::ToolKind;
using hands::HandBone;
using session::HandSnapshot;

constexpr float palm_across_rad = .75F; ///< the upper hand lies so far across the lower one
constexpr float thumb_across_rad = .65F;
constexpr float toward_wrist_m = .012F;
constexpr float dropped_from_m = .060F;
constexpr float give_m = .0025F;     ///< flesh between two bones that lie on each other
constexpr float thumb_up_m = .0130F; ///< from one thumb to the one on it: along the normal, and forward
constexpr float thumb_on_m = .0085F;

bool of_forearm(HandBone bone) {
    return bone == HandBone::forearm_wrist || bone == HandBone::forearm_middle ||
           bone == HandBone::forearm_elbow || bone == HandBone::ulnar_styloid || bone == HandBone::olecranon;
}

/// Straight down the normal until it lies on the hand, or where it was.
class HandBelow {
public:
    explicit HandBelow(const HandSnapshot& under) : normal_(under.normal) {
        for (std::size_t k = 0; k < hands::hand_bone_count; ++k) {
            if (!of_forearm(static_cast<HandBone>(k))) {
                under_[count_++] = capsule_of(under, static_cast<HandBone>(k));
            }
        }
    }

    [[nodiscard]] float rise_m(Vec3 place, float radius_m) const {
        float rise = dropped_from_m;
        for (int step = 0; step < 6 && rise > 0; ++step) { // sphere tracing
            float gap = rise;
            for (const contact::Capsule& capsule : std::span(under_).first(count_)) {
                gap = std::min(gap, bone_distance(place + normal_ * rise, capsule) - radius_m + give_m);
            }
            if (gap < .0004F) {
                break;
            }
            rise -= gap;
        }
        return std::max(rise, 0.0F);
    }

private:
    Vec3 normal_;
    std::array<contact::Capsule, hands::hand_bone_count> under_;
    std::size_t count_ = 0;
};

} // namespace

std::optional<ToolKind> supporting_tool(ToolKind tool) {
    switch (tool) {
    case ToolKind::reinforced_palm:
        return ToolKind::palm;
    case ToolKind::stacked_thumbs:
        return ToolKind::thumb;
    default:
        return std::nullopt;
    }
}

HandSnapshot supporting_hand(const HandSnapshot& hand, HandSnapshot room) {
    assert(supporting_tool(hand.tool));
    const bool palm = hand.tool == ToolKind::reinforced_palm;
    const Vec3 up = hand.normal;
    const Vec3 forward = glm::normalize(hand.forward - up * glm::dot(hand.forward, up));
    Vec3 away = glm::cross(forward, up); // from the thumb
    const Vec3 to_little_finger = capsule_of(hand, HandBone::little_metacarpal_head).b -
                                  capsule_of(hand, HandBone::index_metacarpal_head).b;
    away = glm::dot(to_little_finger, away) < 0 ? -away : away;
    // Mirrored, then turned so that it comes from the other side.
    const float turn = palm ? palm_across_rad : thumb_across_rad;
    const Vec3 new_forward = forward * std::cos(turn) + away * std::sin(turn);
    const Vec3 new_away = forward * std::sin(turn) - away * std::cos(turn);
    const Vec3 shift = palm ? forward * -toward_wrist_m : up * thumb_up_m + forward * thumb_on_m;
    const auto moved = [&](Vec3 point) {
        const Vec3 r = point - hand.centre;
        return hand.centre + shift + up * glm::dot(r, up) + new_forward * glm::dot(r, forward) +
               new_away * glm::dot(r, away);
    };
    HandSnapshot over = std::move(room);
    over = hand;
    over.tool = *supporting_tool(hand.tool);
    over.forward = new_forward;
    const HandBelow layer(hand);
    const contact::Capsule& wrist = capsule_of(hand, HandBone::carpus);
    const float wrist_rise = palm ? layer.rise_m(moved(wrist.a), wrist.radius_a_m) : 0;
    for (std::size_t k = 0; k < hands::hand_bone_count; ++k) {
        const auto bone = static_cast<HandBone>(k);
        contact::Capsule capsule = capsule_of(hand, bone);
        capsule.a = moved(capsule.a);
        capsule.b = moved(capsule.b);
        if (palm && of_forearm(bone)) {
            capsule.a += up * wrist_rise;
            capsule.b += up * wrist_rise;
        } else if (palm) {
            capsule.a += up * layer.rise_m(capsule.a, capsule.radius_a_m);
            capsule.b += up * layer.rise_m(capsule.b, capsule.radius_b_m);
        }
        over.capsules[hands::capsule_index(over.tool, bone)] = capsule;
    }
    return over;
}

} // namespace tactus::render
