#include "sim/bodies/sprung_bone.hpp"

#include "sim/bodies/bodies_data.hpp"
#include "sim/math/transcendental.hpp"

#include <cassert>

namespace tactus::bodies {
namespace {

/// Advances position and speed towards where the load holds the spring.
void advance(const OscillatorStep& step, Vec3 held_at, Vec3& position, Vec3& speed) {
    const Vec3 offset = position - held_at;
    position = held_at + step.offset_of_offset * offset + step.offset_of_speed_s * speed;
    speed = step.speed_of_offset_per_s * offset + step.speed_of_speed * speed;
}

/// Stops each axis at its limit; what ran into the limit loses its speed.
void stop_at(float limit, Vec3& position, Vec3& speed) {
    for (int axis = 0; axis < 3; ++axis) {
        if (position[axis] > limit) {
            position[axis] = limit;
            speed[axis] = glm::min(speed[axis], 0.0F);
        } else if (position[axis] < -limit) {
            position[axis] = -limit;
            speed[axis] = glm::max(speed[axis], 0.0F);
        }
    }
}

} // namespace

Mat3 turn_from_rest(Vec3 turn_rad) {
    const double x = turn_rad.x;
    const double y = turn_rad.y;
    const double z = turn_rad.z;
    const double angle = math::sqrt(x * x + y * y + z * z);
    if (angle == 0) {
        return Mat3(0);
    }
    // Rodrigues: R - I = s K + c K^2 with K the cross product by the vector. 1 - cos is taken from the half
    // angle, which keeps its digits when small.
    const double half_sine = math::sin(0.5 * angle) / angle;
    const double s = math::sin(angle) / angle;
    const double c = 2 * half_sine * half_sine;
    const auto f = [](double value) { return static_cast<float>(value); };
    return {
        Vec3(f(-c * (y * y + z * z)), f(c * x * y + s * z), f(c * x * z - s * y)),
        Vec3(f(c * x * y - s * z), f(-c * (x * x + z * z)), f(c * y * z + s * x)),
        Vec3(f(c * x * z + s * y), f(c * y * z - s * x), f(-c * (x * x + y * y))),
    };
}

OscillatorStep oscillator_step(double stiffness, double inertia, double damping_ratio, double step_s) {
    assert(stiffness > 0 && inertia > 0 && damping_ratio > 0 && damping_ratio < 1 && step_s > 0);
    const double natural_per_s = math::sqrt(stiffness / inertia);
    const double decay_per_s = damping_ratio * natural_per_s;
    const double ringing_per_s = natural_per_s * math::sqrt(1 - damping_ratio * damping_ratio);
    const double left = math::exp(-decay_per_s * step_s);
    const double cosine = left * math::cos(ringing_per_s * step_s);
    const double sine_s = left * math::sin(ringing_per_s * step_s) / ringing_per_s;
    return {.offset_of_offset = static_cast<float>(cosine + decay_per_s * sine_s),
            .offset_of_speed_s = static_cast<float>(sine_s),
            .speed_of_offset_per_s = static_cast<float>(-natural_per_s * natural_per_s * sine_s),
            .speed_of_speed = static_cast<float>(cosine - decay_per_s * sine_s)};
}

SprungBone::SprungBone(const BoneHolding& holding)
    : stiffness_n_per_m_(holding.stiffness_n_per_m),
      turning_stiffness_nm_per_rad_(holding.turning_stiffness_nm_per_rad),
      glide_step_(oscillator_step(holding.stiffness_n_per_m, holding.mass_kg, joint_damping_ratio.value,
                                  bone_step_s)),
      turn_step_(oscillator_step(holding.turning_stiffness_nm_per_rad, holding.inertia_kg_m2,
                                 joint_damping_ratio.value, bone_step_s)) {}

void SprungBone::step(Vec3 force_n, Vec3 torque_nm) {
    advance(glide_step_, force_n / stiffness_n_per_m_, pose_.glide_m, motion_.glide_m_per_s);
    stop_at(glide_limit_m.f(), pose_.glide_m, motion_.glide_m_per_s);
    advance(turn_step_, torque_nm / turning_stiffness_nm_per_rad_, pose_.turn_rad, motion_.turn_rad_per_s);
    stop_at(turn_limit_rad.f(), pose_.turn_rad, motion_.turn_rad_per_s);
}

bool SprungBone::at_rest() const {
    const Vec3 zero(0);
    return pose_.glide_m == zero && pose_.turn_rad == zero && motion_.glide_m_per_s == zero &&
           motion_.turn_rad_per_s == zero;
}

} // namespace tactus::bodies
