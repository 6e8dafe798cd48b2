#include "engine/render/hand_digits.hpp"

#include "engine/render/hand_shape.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

using hands::HandBone;
using session::HandSnapshot;

constexpr std::array<std::array<HandBone, 3>, digit_count> chains{
    {{HandBone::index_proximal, HandBone::index_middle, HandBone::index_distal},
     {HandBone::middle_proximal, HandBone::middle_middle, HandBone::middle_distal},
     {HandBone::ring_proximal, HandBone::ring_middle, HandBone::ring_distal},
     {HandBone::little_proximal, HandBone::little_middle, HandBone::little_distal},
     {HandBone::thumb_proximal, HandBone::thumb_distal, HandBone::thumb_distal}}};

constexpr float bent = .35F;            ///< radians: from here on the bend itself tells back from palm
constexpr float pad_stands_m = .0012F;  ///< a pad further off its bone than this tells the same of the thumb
constexpr float great_folds_m = .0060F; ///< reach of the folds over a joint
constexpr float small_folds_m = .0038F;

Vec3 direction(const contact::Capsule& capsule) {
    const Vec3 way = capsule.b - capsule.a;
    return way / std::max(glm::length(way), 1e-6F);
}

Vec3 across(Vec3 along, Vec3 wanted) {
    const Vec3 back = wanted - along * glm::dot(along, wanted);
    return back / std::max(glm::length(back), 1e-6F);
}

/// The axis that the fingers bend about, its sign such that cross(along, hinge) is the back.
Vec3 finger_hinge(const HandSnapshot& hand) {
    const contact::Capsule& index = capsule_of(hand, HandBone::index_metacarpal_head);
    const contact::Capsule& little = capsule_of(hand, HandBone::little_metacarpal_head);
    const Vec3 hinge = glm::normalize(little.b - index.b);
    float bend = 0;
    for (std::size_t k = 0; k < 2; ++k) {
        bend += glm::dot(glm::cross(direction(capsule_of(hand, chains[1][k])),
                                    direction(capsule_of(hand, chains[1][k + 1]))),
                         hinge);
    }
    // Fingers bend toward the palm only.
    if (std::fabs(bend) > bent) {
        return bend < 0 ? -hinge : hinge;
    }
    const Vec3 along = direction(capsule_of(hand, HandBone::middle_metacarpal_head));
    return glm::dot(glm::cross(along, hinge), hand.normal) < 0 ? -hinge : hinge;
}

Vec3 thumb_back(const HandSnapshot& hand, Vec3 along) {
    const contact::Capsule& pad = capsule_of(hand, HandBone::thumb_pad);
    const contact::Capsule& other = capsule_of(hand, HandBone::thumb_pad_ulnar);
    const contact::Capsule& bone = capsule_of(hand, HandBone::thumb_distal);
    const Vec3 to_pad = .25F * (pad.a + pad.b + other.a + other.b) - bone.a;
    const Vec3 off = to_pad - along * glm::dot(along, to_pad);
    return glm::length(off) > pad_stands_m ? -glm::normalize(off) : across(along, hand.normal);
}

/// along_m counts from the phalanx' own near end.
DigitPlace place_on_phalanx(const Digit& digit, int k, Vec3 point) {
    const Phalanx& bone = digit.phalanx[static_cast<std::size_t>(k)];
    const Vec3 offset = point - bone.capsule.a;
    const float along = glm::dot(offset, bone.along);
    const float angle =
        std::atan2(glm::dot(offset, glm::cross(bone.along, bone.back)), glm::dot(offset, bone.back));
    const float on_back = math::smoothstep(1.5F, .7F, std::fabs(angle));
    // The first joint within a digit is the great one.
    const float before = k > 0 ? math::gauss(along, k == 1 ? great_folds_m : small_folds_m) : 0;
    const float after =
        k + 1 < digit.count ? math::gauss(along - bone.length_m, k == 0 ? great_folds_m : small_folds_m) : 0;
    return {.distance_m = bone_distance(point, bone.capsule),
            .along_m = along,
            .around_m = angle * bone.capsule.radius_b_m,
            .fold = on_back * std::max(before, after)};
}

} // namespace

Vec3 back_of_hand(const HandSnapshot& hand) {
    const Vec3 along = direction(capsule_of(hand, HandBone::middle_metacarpal_head));
    return across(along, glm::cross(along, finger_hinge(hand)));
}

std::array<Digit, digit_count> digits_of(const HandSnapshot& hand) {
    const Vec3 hinge = finger_hinge(hand);
    std::array<Digit, digit_count> digits{};
    for (std::size_t d = 0; d < digit_count; ++d) {
        const bool thumb = d + 1 == digit_count;
        digits[d].count = thumb ? 2 : 3;
        for (std::size_t k = 0; k < 3; ++k) {
            const contact::Capsule& capsule = capsule_of(hand, chains[d][k]);
            const Vec3 along = direction(capsule);
            const Vec3 back = thumb ? thumb_back(hand, along) : across(along, glm::cross(along, hinge));
            digits[d].phalanx[k] = {capsule, along, back, glm::length(capsule.b - capsule.a)};
        }
    }
    return digits;
}

DigitPlace place_on(std::span<const Digit> digits, Vec3 point) {
    DigitPlace nearest{.distance_m = 1, .along_m = 0, .around_m = 0, .fold = 0};
    for (const Digit& digit : digits) {
        float first_joint_m = digit.phalanx[0].length_m;
        for (int k = 0; k < digit.count; ++k) {
            const Phalanx& bone = digit.phalanx[static_cast<std::size_t>(k)];
            if (bone_distance(point, bone.capsule) < nearest.distance_m) {
                nearest = place_on_phalanx(digit, k, point);
                nearest.along_m -= first_joint_m;
            }
            first_joint_m -= bone.length_m;
        }
    }
    return nearest;
}

float phalanx_relief_m(const Phalanx& phalanx, bool last, Vec3 point) {
    const Vec3 offset = point - phalanx.capsule.a;
    const float along = glm::dot(offset, phalanx.along);
    Vec3 out = offset - phalanx.along * along;
    const float far = glm::length(out);
    if (far < 1e-5F) {
        return 0;
    }
    out /= far;
    const float up = glm::dot(out, phalanx.back);
    const float dorsal = math::smoothstep(-.1F, .9F, up);
    const float palmar = math::smoothstep(.1F, -.8F, up);
    const float aside = 1 - up * up;
    const float from_far_joint = along - phalanx.length_m;
    const float near_joint = math::gauss(along, .0060F);
    const float far_joint = last ? 0 : math::gauss(from_far_joint, .0060F);
    const float joint = std::max(near_joint, far_joint);
    const float share = math::clamp01(along / std::max(phalanx.length_m, 1e-4F));
    const float shaft = 4 * share * (1 - share);
    float relief = .0009F * joint * (.55F * dorsal + .75F * aside) - .0008F * shaft * (dorsal + .5F * aside);
    // Pads between creases on the palm's side.
    relief += palmar * (.0007F * shaft - .0008F * std::max(math::gauss(along, .0022F),
                                                           last ? 0 : math::gauss(from_far_joint, .0022F)));
    if (last) {
        // The nail lies flat; the tip before it is full and a little broad.
        relief -= .0011F * dorsal * dorsal * math::smoothstep(.45F, .85F, along / phalanx.length_m);
        relief += .0005F * aside * math::smoothstep(.4F, .8F, share);
    }
    return relief;
}

} // namespace tactus::render
