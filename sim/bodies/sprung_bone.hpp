#pragma once
/// A bone on springs: how a scapula or a rib gives under load and comes back. Ours rather than Bullet's,
/// because Bullet's joints and its integration of poses call the C library's trigonometry, whose bits change
/// with its version.

#include "sim/math/vec.hpp"

namespace tactus::bodies {

/// What holds a bone, alike in every direction.
struct BoneHolding {
    float mass_kg;
    float inertia_kg_m2; ///< about the bone's centre
    float stiffness_n_per_m;
    float turning_stiffness_nm_per_rad;
};

/// How a bone lies against its rest.
struct BonePose {
    Vec3 glide_m;  ///< of the bone's centre
    Vec3 turn_rad; ///< rotation vector: the axis times the angle
};

/// How it moves.
struct BoneMotion {
    Vec3 glide_m_per_s;
    Vec3 turn_rad_per_s; ///< of the rotation vector
};

/// The columns of R - I for the rotation by a rotation vector; exactly zero for none. Good to float
/// precision.
Mat3 turn_from_rest(Vec3 turn_rad);

/// One step of a damped oscillator that feels a load of constant size: the exact solution, as a linear map of
/// the offset from where the load holds it and of the speed.
struct OscillatorStep {
    float offset_of_offset;
    float offset_of_speed_s;
    float speed_of_offset_per_s;
    float speed_of_speed;
};

/// The map for a stiffness and an inertia (N/m and kg, or N m/rad and kg m2) over step_s, with a share of
/// critical damping in (0, 1).
OscillatorStep oscillator_step(double stiffness, double inertia, double damping_ratio, double step_s);

/// One bone held by three springs against glide and three against turning, each with `joint_damping_ratio`,
/// up to `glide_limit_m` and `turn_limit_rad` along each axis of the body frame. Stable at every stiffness;
/// at rest and unloaded it stays at exactly zero. The rotation vector obeys the spring law as the glide does:
/// exact for turning about one axis, and off by a share of angle^2 / 12 (1 % at the limit) when the axis
/// changes.
class SprungBone {
public:
    /// At rest. holding: mass and stiffness above zero.
    explicit SprungBone(const BoneHolding& holding);

    /// Advances by `bone_step_s` under a force and a torque about the bone's centre, body frame.
    void step(Vec3 force_n, Vec3 torque_nm);

    [[nodiscard]] const BonePose& pose() const { return pose_; }

    [[nodiscard]] const BoneMotion& motion() const { return motion_; }

    /// No glide, no turn, no speed.
    [[nodiscard]] bool at_rest() const;

private:
    float stiffness_n_per_m_;
    float turning_stiffness_nm_per_rad_;
    OscillatorStep glide_step_;
    OscillatorStep turn_step_;
    BonePose pose_{};
    BoneMotion motion_{};
};

} // namespace tactus::bodies
