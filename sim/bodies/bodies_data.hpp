#pragma once
/// How bones give: stiffness of the springs that hold scapulae and ribs (facts 3.3 asks 1-3 mm of a rib under
/// 50 N).

#include "sim/sources/bibliography.hpp"
#include "sim/sources/cited.hpp"

#include <span>

namespace tactus::bodies {

inline constexpr Cited rib_stiffness_n_per_m{25.0e3, 16.0e3, 50.0e3, source::design};
inline constexpr Cited rib_turning_stiffness_nm_per_rad{500.0, 250.0, 1000.0, source::design};
/// A rib with the tissue that moves with it.
inline constexpr Cited rib_mass_kg{2.0, 1.0, 3.0, source::design};
inline constexpr Cited rib_inertia_kg_m2{0.0128, 0.005, 0.03, source::design};

/// Glide along the thorax and lift from it under the slack of the muscles that hold a scapula.
inline constexpr Cited scapula_stiffness_n_per_m{12.5e3, 8.0e3, 25.0e3, source::design};
inline constexpr Cited scapula_turning_stiffness_nm_per_rad{70.0, 30.0, 150.0, source::design};
inline constexpr Cited scapula_mass_kg{1.5, 0.8, 2.5, source::design};
inline constexpr Cited scapula_inertia_kg_m2{0.004, 0.002, 0.008, source::design};

/// A vertebra pressed from behind: force = rise (exp(steepness x) - 1), the curve through the peaks of grades
/// I and IV, 57.6 N at 2.25 mm and 178.3 N at 3.45 mm; 10-20 N/mm after a soft toe (facts 3.5).
inline constexpr Cited vertebra_rise_n{9.7, 6.0, 15.0, source::simmonds_1995};
inline constexpr Cited vertebra_steepness_per_m{858.0, 700.0, 1000.0, source::simmonds_1995};
/// A vertebra with what moves with it, and what damps it.
inline constexpr Cited vertebra_mass_kg{4.0, 2.0, 8.0, source::design};
inline constexpr Cited vertebra_damping_n_s_per_m{250.0, 120.0, 500.0, source::design};

/// Share of critical damping of rib and scapula, below 1.
inline constexpr Cited joint_damping_ratio{0.7, 0.5, 0.99, source::design};

/// How far a bone glides and turns at most along each axis: ten times what 50 N move a rib, and 20 degrees.
inline constexpr Cited glide_limit_m{0.020, 0.010, 0.030, source::design};
inline constexpr Cited turn_limit_rad{0.35, 0.20, 0.50, source::design};

/// Length of a step.
inline constexpr double bone_step_s = 1.0 / 240.0;

/// The table of `tactus-sim sources` for this folder.
std::span<const NamedConstant> constants();

} // namespace tactus::bodies
