#include "engine/render/hand_tint.hpp"

#include "engine/render/hand_shape.hpp"
#include "engine/render/noise.hpp"
#include "sim/math/interpolation.hpp"

#include <cmath>

namespace tactus::render {
namespace {

using hands::HandBone;
using session::HandSnapshot;

/// Where a place lies on the nail of a fingertip.
struct NailPlace {
    float cover; ///< 1 on the plate
    float fold;  ///< 1 on the fold of skin around it
    float along; ///< -1 root .. 1 free edge
};

NailPlace nail_place(const Phalanx& bone, Vec3 position) {
    const Vec3 across = glm::cross(bone.along, bone.back);
    const float radius = bone.capsule.radius_b_m;
    const Vec3 offset = position - bone.capsule.b - bone.along * (.12F * radius);
    const float ahead = glm::dot(offset, bone.along) / (.86F * radius);
    const float aside = glm::dot(offset, across) / (.70F * radius);
    // A plate with round corners: between a square and a circle.
    const float ring = std::sqrt(std::sqrt(ahead * ahead * ahead * ahead + aside * aside * aside * aside));
    const float above = math::smoothstep(.15F, .45F, glm::dot(offset, bone.back) / radius);
    return {above * math::smoothstep(1.12F, .92F, ring), above * math::gauss(ring - 1.22F, .16F), ahead};
}

} // namespace

HandTint hand_tint(const HandSnapshot& hand, std::span<const Digit> digits, const HandPaint& paint,
                   Vec3 position) {
    float red = (fractal_noise(position * 45.0F, 3) - .45F) * 1.2F;
    const auto near = [&](Vec3 centre, float reach) {
        return math::gauss(glm::length(position - centre), reach);
    };
    const Vec3 back = back_of_hand(hand);
    for (const HandBone bone : knuckles) {
        const contact::Capsule& head = capsule_of(hand, bone);
        red += .6F * near(head.b + back * head.radius_b_m, .011F);
    }
    for (const Digit& digit : digits) {
        for (const Phalanx& bone : digit.phalanges().first(static_cast<std::size_t>(digit.count) - 1)) {
            red += .45F * near(bone.capsule.b + bone.back * bone.capsule.radius_b_m, .007F);
        }
    }
    HandTint tint{paint.skin, 0};
    Vec3 plate(.66F, .42F, .35F);
    for (const Digit& digit : digits) {
        const Phalanx& tip = digit.phalanges().back();
        red += .5F * near(tip.capsule.b, .010F);
        const NailPlace place = nail_place(tip, position);
        if (place.cover > tint.nail) {
            tint.nail = place.cover;
            // Paler at the root and at the free edge.
            plate = glm::mix(plate, Vec3(.78F, .66F, .58F),
                             .75F * math::smoothstep(.62F, .86F, place.along) +
                                 .35F * math::smoothstep(-.45F, -.80F, place.along));
        }
        red += .6F * place.fold;
    }
    const Vec3 skin = paint.skin * glm::exp(-Vec3(.08F, .30F, .26F) * red);
    tint.nail *= paint.nails;
    tint.albedo = glm::mix(skin, plate, tint.nail);
    return tint;
}

} // namespace tactus::render
