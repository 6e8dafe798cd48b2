#pragma once
/// Where neck, lower back and scapulae turn and glide, and what they carry along.

#include "sim/anatomy/bones.hpp"
#include "sim/contact/hold.hpp"
#include "sim/math/vec.hpp"

#include <array>
#include <cstdint>

namespace tactus::bodies {

/// The ways in which a client can be moved, in the order in which a step settles them. The right scapula's
/// before the left's.
enum class JointAxis : std::uint8_t {
    neck,         ///< head toward the client's right, rad
    lumbar,       ///< pelvis toward the client's right, rad
    right_across, ///< scapula away from the spine, m
    right_up,     ///< toward the head, m
    right_wing,   ///< medial border off the ribs about the acromion, rad
    left_across,
    left_up,
    left_wing,
};

inline constexpr int joint_axis_count = 8;

/// Where the joints are: by JointAxis, radians and metres, 0 at rest.
struct JointPose {
    std::array<float, joint_axis_count> place{};

    [[nodiscard]] float operator[](JointAxis axis) const { return place[static_cast<std::size_t>(axis)]; }

    friend bool operator==(const JointPose&, const JointPose&) = default;
};

/// The axis of a scapula: `axis` is one of the right's.
JointAxis of_side(JointAxis axis, bool right);

/// What carries a point: a share of the bend of neck or lower back, or a scapula whole.
struct Carrier {
    enum class Part : std::uint8_t { fixed, neck, lumbar, scapula };
    Part part = Part::fixed;
    bool right = true; ///< of a scapula
    float share = 1;   ///< of a bend: 0 where it begins .. 1 at head or pelvis
};

/// How a carrier has gone from rest: p goes to p + glide + turn (p - pivot).
struct CarriedMotion {
    Vec3 pivot_m;
    Mat3 turn; ///< rotation less the identity
    Vec3 glide_m;

    [[nodiscard]] Vec3 displacement(Vec3 rest_m) const { return glide_m + turn * (rest_m - pivot_m); }
};

/// Read from one client's bones. Pure; a plain value.
class JointGeometry {
public:
    explicit JointGeometry(const anatomy::Bones& bones);

    /// What carries a bone.
    [[nodiscard]] Carrier carrier_of(const anatomy::Bone& bone) const;

    /// What carries whatever lies at this distance down the spine from C7 (z, metres), scapulae left out.
    [[nodiscard]] Carrier carrier_at(float z_m) const;

    [[nodiscard]] CarriedMotion motion(const Carrier& carrier, const JointPose& pose) const;

    /// By how much a carried point moves for a little of one axis.
    [[nodiscard]] Vec3 derivative(const Carrier& carrier, Vec3 rest_m, const JointPose& pose,
                                  JointAxis axis) const;

    /// Where a hand takes hold of a part, at rest, and what carries that place.
    struct Grip {
        Carrier carrier;
        Vec3 place_m;
    };

    [[nodiscard]] Grip grip(contact::Hold part, bool right) const;

    Vec3 neck_base_m;                    ///< C7
    Vec3 neck_end_m;                     ///< where the skull sits on C1
    Vec3 occiput_m;                      ///< where a hand holds the head
    Vec3 lumbar_base_m;                  ///< T12
    Vec3 lumbar_end_m;                   ///< L5
    std::array<Vec3, 2> acromion_m;      ///< right, left
    std::array<Vec3, 2> medial_border_m; ///< of the scapula, where it is closest to the spine
    std::array<Vec3, 2> superior_angle_m;
    std::array<Vec3, 2> iliac_crest_m;
};

/// The end of a bone's capsules that lies farthest along a direction.
Vec3 farthest_end(const anatomy::Bone& bone, Vec3 direction);

} // namespace tactus::bodies
