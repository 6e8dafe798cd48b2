#pragma once
/// How the base of the tissue follows the bones below it.

#include "sim/anatomy/anatomy.hpp"

#include <vector>

namespace tactus::tissue {

/// Tissue rides on its bone, but a scapula that glides far slides on under the muscles that cover it: along
/// the scapula the base follows by no more than base_slip_limit_m. By point of the skin field (97 x 129).
class BaseBinding {
public:
    explicit BaseBinding(const anatomy::Anatomy& anatomy);

    /// Motion of the base at a point whose bone has moved by `bone_m` (body frame), in the grid frame, mm.
    [[nodiscard]] Vec3 motion_mm(std::size_t point, Vec3 bone_m) const;

private:
    std::vector<Vec3> outward_; ///< of the column, grid frame, unit
    std::vector<char> slides_;  ///< over a scapula
};

} // namespace tactus::tissue
