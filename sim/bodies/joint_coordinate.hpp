#pragma once
/// One way in which a joint moves: an angle or a glide with inertia, damping and a barrier.

#include "sim/bodies/barrier_curve.hpp"

namespace tactus::bodies {

/// What a coordinate is like.
struct JointHolding {
    double inertia; ///< kg m2, or kg
    double damping; ///< N m s/rad, or N s/m: of the flesh and of the arm that guides it
    BarrierCurve curve;
    double low = -1e9; ///< where bone meets bone
    double high = 1e9;
};

/// Load on a coordinate besides its own curve, linear about the place where it was taken.
struct JointLoad {
    double force;     ///< along +q: N m, or N
    double stiffness; ///< minus the derivative of the force by q; not negative
};

/// Steps by backward Euler: each step finds the place where inertia, damping, curve and load balance, so that
/// no step adds energy however steep the barrier is. At rest and unloaded it stays at exactly zero.
class JointCoordinate {
public:
    explicit JointCoordinate(const JointHolding& holding) : holding_(holding) {}

    /// Begins a step of 1/240 s at the place and speed of the one before.
    void begin_step() { before_ = place_; }

    /// Moves the place nearer to balance under a load taken at the present place: one Newton step.
    void settle(const JointLoad& load);

    /// Ends the step: the speed is what was gone in it.
    void end_step();

    [[nodiscard]] double place() const { return place_; }

    [[nodiscard]] double speed_per_s() const { return speed_; }

    [[nodiscard]] const JointHolding& holding() const { return holding_; }

    /// Energy of motion and of the curve.
    [[nodiscard]] double energy_j() const;

    /// Puts it to exact rest.
    void rest() { place_ = before_ = speed_ = 0; }

private:
    JointHolding holding_;
    double place_ = 0;
    double before_ = 0;
    double speed_ = 0;
};

} // namespace tactus::bodies
