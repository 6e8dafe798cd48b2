#pragma once
/// What a hand feels that pulls a joint slowly to its barrier and lets it back: angle, torque, and the length
/// of the muscle that the pull is for.

#include "sim/bodies/joints.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tactus::bodies {

/// A pull as it is taught, on the client's right side.
struct TaughtPull {
    std::string_view name; ///< "upper_trapezius"
    std::string_view what; ///< one line
    /// Of a pull of 1 N: the hand that leads and, where one is needed, the hand that keeps the other end
    /// still.
    std::array<contact::HeldPart, 2> holds;
    JointAxis axis;          ///< the angle that it opens
    double sense;            ///< +1 or -1: in which the axis runs
    std::string_view muscle; ///< that it lengthens (StretchedMuscle::name), the right one
    double most_n;           ///< as hard as it is done (facts 1.1)
};

/// The stretch of the upper trapezius and the lift of the scapula.
std::span<const TaughtPull> taught_pulls();
const TaughtPull* pull_named(std::string_view name); ///< nullptr: unknown

/// How a joint resists where it is, named as therapists do: by its stiffness against that of the soft zone.
enum class Barrier : std::uint8_t {
    free, ///< in the soft zone
    r1,   ///< past the first barrier: `first_barrier_stiffening` times as stiff
    r2,   ///< past the second: `second_barrier_stiffening` times
};

/// "free", "R1", "R2". Pure.
std::string_view barrier_name(Barrier barrier);

/// One step of a pull, away from rest positive.
struct StretchSample {
    double t_s;
    double force_n;
    double angle_rad;
    double torque_nm; ///< that joint and muscles hold against
    double stiffness_nm_per_rad;
    double length_m;
    double tension_n;
    Barrier barrier;
};

struct StretchCurve {
    std::vector<StretchSample> samples; ///< 240 a second: up to the full pull, back to none, and let go
    std::size_t turn;                   ///< the sample of the full pull
    std::size_t let_go;                 ///< the first without any

    /// The first sample on the way up that has come so far. nullopt: the pull did not reach it.
    [[nodiscard]] std::optional<std::size_t> reached(Barrier barrier) const;

    /// Work that goes into the joint on the way up, and what of it does not come back on the way down, J.
    [[nodiscard]] double work_in_j() const;
    [[nodiscard]] double work_lost_j() const;
};

/// How a pull is led.
struct PullPace {
    double most_n;
    double ramp_s = 10;   ///< from nothing to the full pull, and back
    double let_go_s = 10; ///< watched afterwards, while the muscle recovers
};

/// Pulls a fresh client's joint, at resting tone. Pure; a hundredth of the time that it simulates.
StretchCurve stretch_and_let_go(const anatomy::Bones& bones, const TaughtPull& pull, const PullPace& pace);

} // namespace tactus::bodies
