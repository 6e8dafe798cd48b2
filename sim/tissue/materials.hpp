#pragma once
/// Stiffness of the cells as the client's muscles tense, nodules ease and tissue warms.

#include "sim/anatomy/anatomy.hpp"
#include "sim/tissue/back_geometry.hpp"
#include "sim/tissue/grid.hpp"
#include "sim/tissue/tissue.hpp"

#include <array>
#include <vector>

namespace tactus::tissue {

/// The factors that a condition means: by muscle, by trigger point.
struct StiffnessFactors {
    std::array<float, anatomy::muscle_count> muscle;
    std::vector<float> nodule;

    friend bool operator==(const StiffnessFactors&, const StiffnessFactors&) = default;
};

StiffnessFactors stiffness_factors(const anatomy::Anatomy& anatomy, const Condition& condition);

/// True when a muscle's factor differs enough (0.2 %) for the cells to be set again.
bool differs(const StiffnessFactors& a, const StiffnessFactors& b);

/// Sets shear and bulk moduli of the grid's cells in the box [column, column + columns of grid) x ... of
/// `back`. `column`, `row`: where the grid's first cell lies in `back`.
void set_stiffness(Grid& grid, const BackGrid& back, const StiffnessFactors& factors, int column, int row);

} // namespace tactus::tissue
