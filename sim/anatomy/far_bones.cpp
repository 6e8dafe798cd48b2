#include "sim/anatomy/anatomy_data.hpp"
#include "sim/anatomy/bone_layer.hpp"
#include "sim/anatomy/extremities.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

namespace tactus::anatomy {
namespace {

using Courses = std::array<std::array<Vec3, 9>, 10>; ///< of the front of ribs 1 .. 10, right or left

/// Sizes of the head, as head_distance has them.
struct HeadScale {
    float head;
    float breadth;
    float stature;

    explicit HeadScale(const BodyParameters& p)
        : head(p.sex == Sex::female ? .94F : 1.0F),
          stature(p.stature_m / (p.sex == Sex::female ? female_stature_m : male_stature_m).f()) {
        breadth = 1 + .7F * (stature - 1);
    }
};

void lay_skull(BoneLayer& layer) {
    const HeadScale scale(layer.body().parameters());
    const float h = scale.head;
    const Vec3 middle(0, .132F * scale.breadth, -.178F * scale.stature);
    const auto at = [&](float x, float y, float z) { return middle + Vec3(x, y, z) * h; };
    Bone& skull = layer.start("skull", BoneKind::skull);
    // The vault, long from brow to occiput; the face looks down.
    add_capsule(skull, {at(0, .014F, -.030F), at(0, .020F, .022F), .0660F * h, .0640F * h}, 0);
    add_capsule(skull, {at(0, -.016F, -.026F), at(0, -.012F, .018F), .0630F * h, .0560F * h}, .040F);
    add_capsule(skull, {at(0, .070F, .018F), at(0, .074F, .040F), .0200F * h, .0120F * h}, .030F);
    for (const float side : {1.0F, -1.0F}) {
        // Mastoid process, cheek bone and the bar before the ear.
        add_capsule(skull,
                    {at(side * .052F, .010F, .048F), at(side * .050F, .000F, .074F), .0130F * h, .0070F * h},
                    .016F);
        add_capsule(
            skull, {at(side * .062F, -.016F, .024F), at(side * .050F, -.066F, .030F), .0055F * h, .0080F * h},
            .010F);
        add_capsule(
            skull, {at(side * .050F, -.066F, .030F), at(side * .022F, -.072F, .050F), .0090F * h, .0110F * h},
            .016F);
    }
    Bone& jaw = layer.start("jaw", BoneKind::skull);
    for (const float side : {1.0F, -1.0F}) {
        const std::array bow{at(side * .052F, -.012F, .046F), at(side * .048F, -.040F, .096F),
                             at(side * .030F, -.080F, .104F), at(side * .004F, -.096F, .100F)};
        add_chain(jaw, bow, Vec2(.0075F, .0105F) * h, .004F);
    }
}

/// Between the skull and C3.
void lay_upper_neck(BoneLayer& layer, Vec3 third) {
    const HeadScale scale(layer.body().parameters());
    const Vec3 base(0, .126F * scale.breadth, -.128F * scale.stature);
    const float s = layer.scale();
    for (const auto& [name, share, wide] : {std::tuple("C2", .36F, .020F), std::tuple("C1", .74F, .034F)}) {
        const Vec3 middle = glm::mix(third, base, share);
        Bone& bone = layer.start(name, BoneKind::vertebra);
        add_capsule(
            bone,
            {middle + Vec3(-wide, -.006F, 0) * s, middle + Vec3(wide, -.006F, 0) * s, .0070F * s, .0070F * s},
            0);
        add_capsule(bone, {middle, middle + Vec3(0, .018F, .003F) * s, .0085F * s, .0055F * s}, .008F);
    }
}

/// Places of the breastbone's middle line: it lies on the table.
class Breastbone {
public:
    explicit Breastbone(const BoneLayer& layer)
        : s_(layer.scale()), length_m_(layer.body().spine_length_m()) {}

    [[nodiscard]] Vec3 at(float v) const {
        const float deep = v < .24F ? math::mix(.078F, .040F, (v - .12F) / .12F)
                                    : math::mix(.040F, .024F, math::clamp01((v - .24F) / .20F));
        return {0, deep * s_, v * length_m_};
    }

private:
    float s_;
    float length_m_;
};

void lay_sternum(BoneLayer& layer) {
    const Breastbone place(layer);
    const float s = layer.scale();
    Bone& bone = layer.start("breastbone", BoneKind::sternum);
    const auto bar = [&](float v, float next_v, float half_width, float next_half_width) {
        const Vec3 a = place.at(v);
        const Vec3 b = place.at(next_v);
        const Vec3 wide(half_width * s, 0, 0);
        const Vec3 next(next_half_width * s, 0, 0);
        add_plate(bone, a - wide, a + wide, b + next, .0052F * s);
        add_plate(bone, a - wide, b + next, b - next, .0052F * s);
    };
    bar(.125F, .215F, .026F, .012F);
    bar(.222F, .450F, .011F, .018F);
    bar(.450F, .530F, .012F, .003F);
}

/// A rib from the flank round to the breastbone: bone first, then cartilage that climbs back toward the head.
Courses front_courses(const BoneLayer& layer, const Bones& bones, float side) {
    constexpr std::array<float, 7> joint_v{.150F, .222F, .270F, .320F, .365F, .402F, .432F};
    const Breastbone sternum(layer);
    const float s = layer.scale();
    Courses courses{};
    for (std::size_t order = 0; order < courses.size(); ++order) {
        const int whole = bone_named(bones, sided("rib " + std::to_string(order + 1), side));
        const Vec3 from = bones.bones[static_cast<std::size_t>(whole)].capsules.back().b;
        const auto number = static_cast<float>(order);
        // The last three lean on the cartilage of the one above.
        const Vec3 to = order < joint_v.size()
                            ? sternum.at(joint_v[order]) + Vec3(side * .016F * s, 0, 0)
                            : courses[order - 1][6] + Vec3(side * .004F, -.002F, .006F) * s;
        const float low = math::mix(to.y, .022F * s, .6F);
        const Vec3 round(from.x * .97F, math::mix(from.y, low, .75F), from.z + (.018F + .006F * number) * s);
        const Vec3 turn(math::mix(from.x, to.x, .42F), low,
                        std::max(from.z, to.z) + (.020F + .005F * number) * s);
        for (std::size_t k = 0; k < courses[order].size(); ++k) {
            const float t = static_cast<float>(k) / static_cast<float>(courses[order].size() - 1);
            const float r = 1 - t;
            courses[order][k] =
                from * (r * r * r) + round * (3 * r * r * t) + turn * (3 * r * t * t) + to * (t * t * t);
        }
    }
    return courses;
}

void lay_rib_fronts(BoneLayer& layer, const Bones& bones, float side) {
    const Courses courses = front_courses(layer, bones, side);
    for (std::size_t order = 0; order < courses.size(); ++order) {
        Bone& bone = layer.start(sided("rib " + std::to_string(order + 1) + " front", side), BoneKind::rib);
        add_chain(bone, courses[order], Vec2(.0058F, .0052F) * layer.scale(), 0);
    }
}

void lay_hand(BoneLayer& layer, float side) {
    const float h = HeadScale(layer.body().parameters()).head;
    const auto place = [&](Vec3 from_wrist) {
        return mirrored(layer.body().hand_place(from_wrist * h), side);
    };
    Bone& bone = layer.start(sided("hand", side), BoneKind::hand);
    // Two rows of carpal bones.
    for (int row = 0; row < 2; ++row) {
        for (int k = 0; k < 4; ++k) {
            const Vec3 at(-.0165F + .0110F * static_cast<float>(k), -.005F,
                          -.001F + .0105F * static_cast<float>(row));
            add_capsule(
                bone,
                {place(at - Vec3(.001F, 0, 0)), place(at + Vec3(.001F, .002F, 0)), .0062F * h, .0058F * h},
                .0010F);
        }
    }
    // A bone is thin in its shaft and wide at its ends.
    const auto long_bone = [&](Vec3 a, Vec3 b, float radius_m) {
        const Vec3 middle = .5F * (a + b);
        const Vec3 gap = glm::normalize(b - a) * .0012F;
        add_capsule(bone, {place(a + gap), place(middle), radius_m * h, .62F * radius_m * h}, .0004F);
        add_capsule(bone, {place(middle), place(b - gap), .62F * radius_m * h, .95F * radius_m * h}, .0004F);
    };
    for (int finger = 0; finger < resting_finger_count; ++finger) {
        const std::array<Vec3, 5> joints = resting_finger(finger);
        constexpr std::array<float, 4> radius_m{.0058F, .0056F, .0046F, .0038F};
        for (std::size_t k = 0; k + 1 < joints.size(); ++k) {
            long_bone(joints[k], joints[k + 1], radius_m[k]);
        }
    }
    const std::array<Vec3, 4> thumb = resting_thumb();
    for (std::size_t k = 0; k + 1 < thumb.size(); ++k) {
        long_bone(thumb[k], thumb[k + 1], .0062F - .0006F * static_cast<float>(k));
    }
}

} // namespace

Bones make_far_bones(const Body& body, const Bones& bones) {
    BoneLayer layer(body);
    lay_skull(layer);
    const auto third = static_cast<std::size_t>(std::max(bone_named(bones, "C3"), 0));
    lay_upper_neck(layer, .5F * (bones.boxes[third].low + bones.boxes[third].high));
    lay_sternum(layer);
    for (const float side : {1.0F, -1.0F}) {
        lay_rib_fronts(layer, bones, side);
        lay_hand(layer, side);
    }
    return layer.finish();
}

} // namespace tactus::anatomy
