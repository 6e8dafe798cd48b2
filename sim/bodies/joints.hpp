#pragma once
/// The joints that a hand can move, with the muscles that a stretch lengthens.

#include "sim/anatomy/muscles.hpp"
#include "sim/bodies/joint_coordinate.hpp"
#include "sim/bodies/joint_geometry.hpp"
#include "sim/bodies/muscle_line.hpp"

#include <span>
#include <string>
#include <vector>

namespace tactus::bodies {

/// A muscle between two carried places.
struct StretchedMuscle {
    std::string_view name;   ///< "upper trapezius"
    anatomy::Muscle tone_of; ///< whose tone stiffens it: quadratus lumborum guards with the erector over it
    bool right;
    Carrier origin_on;
    Vec3 origin_m; ///< at rest
    Carrier insertion_on;
    Vec3 insertion_m;
    double pain_n; ///< tension at which its stretch hurts
    MuscleLine line;
    double length_m;  ///< now
    double tension_n; ///< now
    double lengthening_m_per_s;
};

/// Neck, lower back and both scapulae of one client. One thread at a time; the same holds give the same bits
/// anywhere.
class Joints {
public:
    explicit Joints(const anatomy::Bones& bones);

    /// Advances by 1/240 s. muscle_tone: by anatomy::Muscle, 0..1; empty = 0.10 everywhere.
    void step(std::span<const contact::HeldPart> holds, std::span<const float> muscle_tone);

    [[nodiscard]] const JointPose& pose() const { return pose_; }

    [[nodiscard]] const JointGeometry& geometry() const { return geometry_; }

    /// Radians or metres a second.
    [[nodiscard]] double speed_per_s(JointAxis axis) const;

    /// Right before left: upper trapezius, levator scapulae, rhomboid major, quadratus lumborum.
    [[nodiscard]] std::span<const StretchedMuscle> muscles() const { return muscles_; }

    /// What joint and muscles hold against an axis where it is, N m or N.
    [[nodiscard]] double resistance(JointAxis axis) const;

    /// And how steeply that rises.
    [[nodiscard]] double stiffness(JointAxis axis) const;

    /// Energy of motion and of all that is stretched.
    [[nodiscard]] double energy_j() const;

    /// Every joint and muscle exactly at rest.
    [[nodiscard]] bool at_rest() const { return resting_; }

    /// Calls `put` with every number that the next step depends on.
    template <class Put> void visit(Put put) const {
        for (const JointCoordinate& one : axes_) {
            put(one.place());
            put(one.speed_per_s());
        }
        for (const StretchedMuscle& muscle : muscles_) {
            put(muscle.line.crept());
        }
    }

private:
    [[nodiscard]] double tone(const StretchedMuscle& muscle) const;
    void read_pose();
    void measure_muscles();
    [[nodiscard]] Vec3 span_m(const StretchedMuscle& muscle) const;
    /// Derivative of a muscle's length by an axis.
    [[nodiscard]] double arm(const StretchedMuscle& muscle, JointAxis axis) const;
    [[nodiscard]] JointLoad load(JointAxis axis, std::span<const contact::HeldPart> holds) const;
    void settle_at_rest();

    JointGeometry geometry_;
    std::vector<JointCoordinate> axes_; ///< by JointAxis
    std::vector<StretchedMuscle> muscles_;
    std::vector<float> tone_; ///< by anatomy::Muscle, of the last step
    JointPose pose_;
    bool resting_ = true;
};

} // namespace tactus::bodies
