#include "sim/bodies/joint_coordinate.hpp"

#include "sim/bodies/bodies_data.hpp"

#include <algorithm>

namespace tactus::bodies {

void JointCoordinate::settle(const JointLoad& load) {
    constexpr double h = bone_step_s;
    const double moved = place_ - before_;
    const double unbalanced = holding_.inertia * (moved - h * speed_) / (h * h) +
                              holding_.damping * moved / h + holding_.curve.resistance(place_) - load.force;
    const double stiffness =
        holding_.inertia / (h * h) + holding_.damping / h + holding_.curve.stiffness(place_) + load.stiffness;
    place_ = std::clamp(place_ - unbalanced / stiffness, holding_.low, holding_.high);
}

void JointCoordinate::end_step() { speed_ = (place_ - before_) / bone_step_s; }

double JointCoordinate::energy_j() const {
    return 0.5 * holding_.inertia * speed_ * speed_ + holding_.curve.energy_j(place_);
}

} // namespace tactus::bodies
