#include "sim/bodies/joint_geometry.hpp"

#include "sim/bodies/sprung_bone.hpp"

#include <algorithm>
#include <cassert>
#include <string>

namespace tactus::bodies {
namespace {

using anatomy::BoneKind;
using Part = Carrier::Part;

/// C3 lies this share of the way from C7 to C1, and a hand holds the occiput as far beyond C1.
constexpr float third_of_neck = 0.69F;
constexpr float occiput_of_neck = 1.30F;

/// Head to the right turns the cranial direction toward +x, pelvis to the right the caudal one.
constexpr Vec3 neck_axis{0, -1, 0};
constexpr Vec3 lumbar_axis{0, 1, 0};

Vec3 wing_axis(bool right) { return {0, 0, right ? -1.0F : 1.0F}; }

Vec3 lateral(bool right) { return {right ? 1.0F : -1.0F, 0, 0}; }

constexpr Vec3 cranial{0, 0, -1};

std::size_t index_of(bool right) { return right ? 0 : 1; }

const anatomy::Bone& named(const anatomy::Bones& bones, std::string_view name) {
    const int index = anatomy::bone_named(bones, name);
    assert(index >= 0);
    return bones.bones[static_cast<std::size_t>(index)];
}

/// The body of a vertebra: its first capsule lies across it.
Vec3 body_centre(const anatomy::Bone& vertebra) {
    return 0.5F * (vertebra.capsules.front().a + vertebra.capsules.front().b);
}

float share_between(float z, float from, float to) {
    return std::clamp((z - from) / (to - from), 0.0F, 1.0F);
}

} // namespace

JointAxis of_side(JointAxis axis, bool right) {
    constexpr int of_one_scapula = 3;
    return static_cast<JointAxis>(static_cast<int>(axis) + (right ? 0 : of_one_scapula));
}

Vec3 farthest_end(const anatomy::Bone& bone, Vec3 direction) {
    Vec3 best = bone.capsules.front().a;
    for (const anatomy::BoneCapsule& capsule : bone.capsules) {
        for (const Vec3& end : {capsule.a, capsule.b}) {
            best = glm::dot(end - best, direction) > 0 ? end : best;
        }
    }
    return best;
}

JointGeometry::JointGeometry(const anatomy::Bones& bones)
    : neck_base_m(body_centre(named(bones, "C7"))), lumbar_base_m(body_centre(named(bones, "T12"))),
      lumbar_end_m(body_centre(named(bones, "L5"))) {
    const Vec3 to_third = body_centre(named(bones, "C3")) - neck_base_m;
    neck_end_m = neck_base_m + to_third / third_of_neck;
    occiput_m = neck_base_m + to_third * (occiput_of_neck / third_of_neck);
    for (const bool right : {true, false}) {
        const std::string side = right ? " right" : " left";
        const anatomy::Bone& scapula = named(bones, "scapula" + side);
        acromion_m[index_of(right)] = farthest_end(scapula, lateral(right));
        medial_border_m[index_of(right)] = farthest_end(scapula, -lateral(right));
        superior_angle_m[index_of(right)] = farthest_end(scapula, 2.0F * cranial - lateral(right));
        iliac_crest_m[index_of(right)] = farthest_end(named(bones, "pelvis" + side), cranial);
    }
}

Carrier JointGeometry::carrier_of(const anatomy::Bone& bone) const {
    switch (bone.kind) {
    case BoneKind::scapula:
        return {.part = Part::scapula, .right = bone.name.ends_with("right")};
    case BoneKind::vertebra:
        return carrier_at(body_centre(bone).z);
    case BoneKind::sacrum:
    case BoneKind::pelvis:
        return {.part = Part::lumbar};
    case BoneKind::skull:
        return {.part = Part::neck};
    default:
        return {};
    }
}

Carrier JointGeometry::carrier_at(float z_m) const {
    if (z_m < neck_base_m.z) {
        return {.part = Part::neck, .share = share_between(z_m, neck_base_m.z, neck_end_m.z)};
    }
    if (z_m > lumbar_base_m.z) {
        return {.part = Part::lumbar, .share = share_between(z_m, lumbar_base_m.z, lumbar_end_m.z)};
    }
    return {};
}

/// A spine that bends evenly over a length carries its end as if it turned about the middle of that length.
CarriedMotion JointGeometry::motion(const Carrier& carrier, const JointPose& pose) const {
    const float half = 0.5F * carrier.share;
    switch (carrier.part) {
    case Part::neck:
        return {neck_base_m + half * (neck_end_m - neck_base_m),
                turn_from_rest(neck_axis * (carrier.share * pose[JointAxis::neck])), Vec3(0)};
    case Part::lumbar:
        return {lumbar_base_m + half * (lumbar_end_m - lumbar_base_m),
                turn_from_rest(lumbar_axis * (carrier.share * pose[JointAxis::lumbar])), Vec3(0)};
    case Part::scapula:
        return {
            acromion_m[index_of(carrier.right)],
            turn_from_rest(wing_axis(carrier.right) * pose[of_side(JointAxis::right_wing, carrier.right)]),
            lateral(carrier.right) * pose[of_side(JointAxis::right_across, carrier.right)] +
                cranial * pose[of_side(JointAxis::right_up, carrier.right)]};
    case Part::fixed:
        break;
    }
    return {Vec3(0), Mat3(0), Vec3(0)};
}

Vec3 JointGeometry::derivative(const Carrier& carrier, Vec3 rest_m, const JointPose& pose,
                               JointAxis axis) const {
    const auto turned = [&](Vec3 about) {
        const CarriedMotion now = motion(carrier, pose);
        const Vec3 arm = rest_m - now.pivot_m;
        return carrier.share * glm::cross(about, arm + now.turn * arm);
    };
    if (carrier.part == Part::neck && axis == JointAxis::neck) {
        return turned(neck_axis);
    }
    if (carrier.part == Part::lumbar && axis == JointAxis::lumbar) {
        return turned(lumbar_axis);
    }
    if (carrier.part == Part::scapula) {
        if (axis == of_side(JointAxis::right_across, carrier.right)) {
            return lateral(carrier.right);
        }
        if (axis == of_side(JointAxis::right_up, carrier.right)) {
            return cranial;
        }
        if (axis == of_side(JointAxis::right_wing, carrier.right)) {
            return turned(wing_axis(carrier.right));
        }
    }
    return Vec3(0);
}

JointGeometry::Grip JointGeometry::grip(contact::Hold part, bool right) const {
    const std::size_t side = index_of(right);
    switch (part) {
    case contact::Hold::occiput:
        return {{.part = Part::neck}, occiput_m};
    case contact::Hold::shoulder:
        return {{.part = Part::scapula, .right = right}, acromion_m[side]};
    case contact::Hold::scapula:
        return {{.part = Part::scapula, .right = right}, medial_border_m[side]};
    case contact::Hold::iliac_crest:
        return {{.part = Part::lumbar}, iliac_crest_m[side]};
    case contact::Hold::none:
        break;
    }
    return {{}, Vec3(0)};
}

} // namespace tactus::bodies
