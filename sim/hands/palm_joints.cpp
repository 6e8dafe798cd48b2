#include "sim/hands/hand_joints.hpp"
#include "sim/hands/hand_measures.hpp"
#include "sim/hands/hands_data.hpp"
#include "sim/math/interpolation.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>

namespace tactus::hands {
namespace {

/// The middle of the tool lies this far from the wrist, where a palm carries most.
constexpr float centre_forward_mm = 70;

/// Bones that are not flat on the skin: the arch of the hand and the slight bend of fingers.
constexpr float wrist_lift_mm = 3;
constexpr float base_lift_mm = 0.6F;
constexpr std::array<float, 3> finger_lift_mm{1.2F, 0.6F, 0.0F};

/// How much of the fingertips' give the three finger joints take.
constexpr std::array<float, 3> give_share{0.4F, 0.75F, 1.0F};

/// Where a joint came to lie: its foot, and how far its centre is over it.
struct Laid {
    Foot foot;
    float over_m = 0;
};

/// Lays joints by their place on the flat hand and remembers their feet.
class Layer {
public:
    Layer(const RestingSurface& skin, const Foot& middle) : skin_(skin), middle_(middle) {}

    /// From the wrist: lateral, forward; over: of the joint's centre over the skin, beside the clearance.
    /// Millimetres.
    void lay(Joint joint, float lateral_mm, float forward_mm, float over_mm) {
        put(joint, skin_.walked(middle_, lateral_mm * mm, (forward_mm - centre_forward_mm) * mm), over_mm);
    }

    /// The same from a joint that lies already.
    void lay_after(Joint joint, Joint from, Vec2 lateral_forward_mm, float over_mm) {
        put(joint, skin_.walked(laid(from).foot, lateral_forward_mm.x * mm, lateral_forward_mm.y * mm),
            over_mm);
    }

    /// Straight bones over a round body cut into it, and so does a round joint in a furrow: raises what does.
    void clear_skin() {
        std::array<float, joint_count> raise_m{};
        for (const HandBone bone : pressing_bones(contact::ToolKind::palm)) {
            if (bone == HandBone::thumb_pad || bone == HandBone::thumb_pad_ulnar ||
                bone == HandBone::carpus) {
                continue;
            }
            const BoneEnds& ends = bone_ends(bone);
            for (const Joint joint : {ends.a, ends.b}) {
                float& raise = raise_m[static_cast<std::size_t>(joint)];
                const Laid& one = laid(joint);
                raise = std::max(raise, one.over_m - skin_.distance(place(joint), one.foot.place));
            }
            const float middle_raise =
                0.5F * (ends.radius_a_m + ends.radius_b_m) + clearance_m.f() -
                skin_.distance(0.5F * (place(ends.a) + place(ends.b)),
                               between(laid(ends.a).foot.place, laid(ends.b).foot.place));
            for (const Joint joint : {ends.a, ends.b}) {
                float& raise = raise_m[static_cast<std::size_t>(joint)];
                raise = std::max(raise, middle_raise);
            }
        }
        for (std::size_t k = 0; k < joint_count; ++k) {
            laid_[k].over_m += raise_m[k];
        }
    }

    [[nodiscard]] Vec3 place(Joint joint) const {
        return laid(joint).foot.position + laid(joint).foot.normal * laid(joint).over_m;
    }

private:
    [[nodiscard]] const Laid& laid(Joint joint) const { return laid_[static_cast<std::size_t>(joint)]; }

    void put(Joint joint, const Foot& foot, float over_mm) {
        laid_[static_cast<std::size_t>(joint)] = {foot, over_mm * mm + clearance_m.f()};
    }

    const RestingSurface& skin_;
    const Foot& middle_;
    std::array<Laid, joint_count> laid_{};
};

void lay_finger(Layer& layer, std::size_t f, float spread, float give_mm) {
    const float fan = fan_rad[f] * math::mix(1.0F, widest_fan, spread);
    const Vec2 direction(math::sin(fan), math::cos(fan));
    Joint from = of_finger(Joint::knuckle_0, f);
    for (std::size_t k = 0; k < 3; ++k) {
        const std::size_t proximal = static_cast<std::size_t>(HandBone::index_proximal) + 3 * f;
        const float radius_mm = bone_ends(static_cast<HandBone>(proximal + k)).radius_b_m / mm;
        const Joint joint = of_finger(std::array{Joint::middle_0, Joint::end_0, Joint::tip_0}[k], f);
        layer.lay_after(joint, from, direction * phalanx_mm[f][k],
                        radius_mm + finger_lift_mm[k] + give_mm * give_share[k]);
        from = joint;
    }
}

void lay_thumb(Layer& layer, float give_mm) {
    layer.lay(Joint::thumb_base, -17, 18, 18.5F);
    layer.lay(Joint::thumb_knuckle, -43, 52, 14.0F);
    layer.lay_after(Joint::thumb_middle, Joint::thumb_knuckle, {-15, 30}, 10.8F + give_mm * give_share[1]);
    layer.lay_after(Joint::thumb_tip, Joint::thumb_middle, {-5, 24}, 9.0F + give_mm * give_share[2]);
}

} // namespace

HandJoints palm_joints(const RestingSurface& skin, const HandFrame& frame, const HandInput& input) {
    const float sinking_m = input.force_n / palm_stiffness_n_per_m.f();
    const float give_mm = std::min(fingertip_give.f() * sinking_m, fingertip_give_limit_m.f()) / mm;
    Layer layer(skin, frame.middle);
    layer.lay(Joint::wrist, 0, -4, 21.5F + wrist_lift_mm);
    for (std::size_t f = 0; f < fingers; ++f) {
        const float knuckle = knuckle_lateral_mm[f];
        const float base = knuckle * base_lateral_share;
        layer.lay(of_finger(Joint::base_0, f), base, base_forward_mm, 17.0F + base_lift_mm);
        layer.lay(of_finger(Joint::shaft_0, f), 0.5F * (base + knuckle),
                  0.5F * (base_forward_mm + knuckle_forward_mm[f]), 15.0F);
        layer.lay(of_finger(Joint::knuckle_0, f), knuckle, knuckle_forward_mm[f], 12.8F);
        lay_finger(layer, f, input.spread, give_mm);
    }
    lay_thumb(layer, give_mm);
    layer.lay(Joint::hypothenar_wrist, 25, 14, 15.5F);
    layer.lay(Joint::hypothenar_knuckle, 31, 62, 13.0F);
    layer.clear_skin();

    HandJoints joints;
    for (std::size_t k = 0; k < joint_count; ++k) {
        joints.at[k] = layer.place(static_cast<Joint>(k));
    }
    // The thumb's pad lies within its distal phalanx: it presses with the thumb tool alone.
    const Vec3 tip = joints[Joint::thumb_tip] + frame.middle.normal * (0.6F * mm);
    const Vec3 back = joints[Joint::thumb_middle] - joints[Joint::thumb_tip];
    joints[Joint::thumb_pad_front] = tip + back * 0.3F;
    joints[Joint::thumb_pad_back] = tip + back * 0.7F;
    joints[Joint::thumb_pad_ulnar_front] = joints[Joint::thumb_pad_front];
    joints[Joint::thumb_pad_ulnar_back] = joints[Joint::thumb_pad_back];
    joints[Joint::palm_middle] = glm::mix(joints[Joint::wrist], joints[Joint::knuckle_1], 0.35F);
    const Foot& middle = frame.middle;
    lay_forearm(skin, frame, middle.normal * 0.22F + frame.outward * 0.35F - middle.forward * 0.86F, joints);
    return joints;
}

} // namespace tactus::hands
