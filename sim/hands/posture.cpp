#include "sim/hands/posture.hpp"

#include "sim/hands/hand_measures.hpp"
#include "sim/math/interpolation.hpp"
#include "sim/math/transcendental.hpp"

#include <utility>

namespace tactus::hands {
namespace {

/// The palm of a flat hand lies so far below the middle of its wrist.
constexpr float sole_mm = 15;

constexpr Posture heel{.pitch = -17,
                       .roll = 0,
                       .bend = {8, 8, 5},
                       .curl = 0,
                       .thumb = ThumbPlace::away,
                       .wrist = 54,
                       .under = {Joint::base_1, Joint::base_2, Joint::thumb_base, Joint::hypothenar_wrist}};
// The last phalanges lean a third of a right angle, so that the pads press and not the nails.
constexpr Posture fingertips{.pitch = 4,
                             .roll = 0,
                             .bend = {10, 10, 2},
                             .curl = 0,
                             .thumb = ThumbPlace::beside,
                             .wrist = 22,
                             .under = {Joint::tip_0, Joint::tip_1, Joint::tip_2, Joint::tip_3}};
// The first phalanges stand steeply and the middle ones lead up again, so that the joints between them press.
constexpr Posture knuckles{.pitch = 54,
                           .roll = 0,
                           .bend = {25, 115, 50},
                           .curl = 0,
                           .thumb = ThumbPlace::tucked,
                           .wrist = 5,
                           .under = {Joint::middle_0, Joint::middle_1, Joint::middle_2, Joint::middle_3}};
// The backs of the first phalanges lie flat; four degrees make up for their taper.
constexpr Posture fist{.pitch = 86,
                       .roll = 0,
                       .bend = {90, 90, 60},
                       .curl = 0,
                       .thumb = ThumbPlace::tucked,
                       .wrist = 0,
                       .under = {Joint::knuckle_1, Joint::knuckle_2, Joint::middle_1, Joint::middle_2}};
constexpr Posture pincer{.pitch = 25,
                         .roll = 0,
                         .bend = {25, 20, 10},
                         .curl = 85,
                         .thumb = ThumbPlace::opposed,
                         .wrist = 18,
                         .under = {Joint::tip_0, Joint::tip_1, Joint::tip_0, Joint::tip_1}};
constexpr Posture ulnar_border{
    .pitch = 0,
    .roll = 88,
    .bend = {8, 8, 5},
    .curl = 0,
    .thumb = ThumbPlace::beside,
    .wrist = 12,
    .under = {Joint::hypothenar_knuckle, Joint::knuckle_3, Joint::middle_3, Joint::end_3}};
constexpr Posture cupped_hand{
    .pitch = -14,
    .roll = 0,
    .bend = {20, 15, 10},
    .curl = 0,
    .thumb = ThumbPlace::beside,
    .wrist = 35,
    .under = {Joint::thumb_base, Joint::hypothenar_wrist, Joint::tip_1, Joint::tip_2}};

/// Base, knuckle, middle joint and tip of the thumb from the wrist: lateral, up, forward, millimetres.
using ThumbJoints = std::array<Vec3, 4>;

ThumbJoints thumb_of(ThumbPlace place) {
    switch (place) {
    case ThumbPlace::beside:
        return {{{-17, 3, 18}, {-34, -2, 58}, {-37, -4, 91}, {-35, -5, 115}}};
    case ThumbPlace::tucked:
        return {{{-17, -4, 18}, {-27, -28, 53}, {-9, -43, 75}, {11, -47, 88}}};
    case ThumbPlace::away:
    case ThumbPlace::opposed: // the pincer's thumb is led to its fingers once the hand stands
        break;
    }
    return {{{-17, 3, 18}, {-42, 2, 53}, {-57, 4, 82}, {-63, 6, 105}}};
}

/// Sets joints by their place on the hand.
class Builder {
public:
    Builder(HandAxes axes, Vec3 wrist) : axes_(std::move(axes)), wrist_(wrist) {}

    void set(Joint joint, Vec3 lateral_up_forward_mm) {
        joints[joint] =
            wrist_ + (axes_.lateral * lateral_up_forward_mm.x + axes_.up * lateral_up_forward_mm.y +
                      axes_.forward * lateral_up_forward_mm.z) *
                         mm;
    }

    /// The middle of a joint that lies on the skin of a flat hand, for its radius.
    static float over_sole(HandBone bone) { return bone_ends(bone).radius_a_m / mm - sole_mm; }

    HandJoints joints;

private:
    HandAxes axes_;
    Vec3 wrist_;
};

void add_finger(Builder& hand, const Posture& posture, std::size_t f, float spread) {
    const float lateral = knuckle_lateral_mm[f];
    const float base_up = Builder::over_sole(HandBone::index_metacarpal_base);
    const Vec3 base(lateral * base_lateral_share, base_up, base_forward_mm);
    Vec3 joint(lateral, -2, knuckle_forward_mm[f]);
    hand.set(of_finger(Joint::base_0, f), base);
    hand.set(of_finger(Joint::shaft_0, f), 0.5F * (base + joint));
    hand.set(of_finger(Joint::knuckle_0, f), joint);
    const float fan = fan_rad[f] * math::mix(1.0F, widest_fan, spread);
    const Vec3 ahead(math::sin(fan), 0, math::cos(fan));
    constexpr std::array<float, 3> curl_share{.30F, .45F, .25F}; // a finger at rest rolls in from its tip
    float bent = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        bent += (posture.bend[k] + (f >= 2 ? posture.curl * curl_share[k] : 0)) * degree;
        joint += (ahead * math::cos(bent) - Vec3(0, 1, 0) * math::sin(bent)) * phalanx_mm[f][k];
        hand.set(of_finger(std::array{Joint::middle_0, Joint::end_0, Joint::tip_0}[k], f), joint);
    }
}

} // namespace

const Posture& posture_of(contact::ToolKind tool) {
    using contact::ToolKind;
    switch (tool) {
    case ToolKind::heel:
        return heel;
    case ToolKind::knuckles:
        return knuckles;
    case ToolKind::fist:
    case ToolKind::elbow:
    case ToolKind::forearm:
        return fist;
    case ToolKind::pincer:
        return pincer;
    case ToolKind::ulnar_border:
        return ulnar_border;
    case ToolKind::cupped_hand:
        return cupped_hand;
    default:
        return fingertips;
    }
}

HandJoints hand_at(const Posture& posture, const HandAxes& axes, Vec3 wrist, float spread) {
    Builder hand(axes, wrist);
    hand.set(Joint::wrist, {0, 0, 0});
    for (std::size_t f = 0; f < fingers; ++f) {
        add_finger(hand, posture, f, spread);
    }
    const ThumbJoints thumb = thumb_of(posture.thumb);
    hand.set(Joint::thumb_base, thumb[0]);
    hand.set(Joint::thumb_knuckle, thumb[1]);
    hand.set(Joint::thumb_middle, thumb[2]);
    hand.set(Joint::thumb_tip, thumb[3]);
    hand.set(Joint::hypothenar_wrist, {25, 0, 14});
    hand.set(Joint::hypothenar_knuckle, {31, -2, 62});
    HandJoints& joints = hand.joints;
    joints[Joint::palm_middle] = glm::mix(joints[Joint::wrist], joints[Joint::knuckle_1], 0.35F);
    // The thumb's pad lies within its last phalanx: it presses with the thumb and the pincer alone.
    const Vec3 tip = joints[Joint::thumb_tip];
    const Vec3 back = joints[Joint::thumb_middle] - tip;
    for (const auto& [front, rear] : {std::pair(Joint::thumb_pad_front, Joint::thumb_pad_back),
                                      std::pair(Joint::thumb_pad_ulnar_front, Joint::thumb_pad_ulnar_back)}) {
        joints[front] = tip + back * 0.3F;
        joints[rear] = tip + back * 0.7F;
    }
    return joints;
}

} // namespace tactus::hands
