#pragma once
/// How the joints that a hand can move resist (facts 1.1, drills D14-D15): neck and lower back bent sideways,
/// the scapula on the thorax. R1 lies where a hand feels the first barrier, below 10 N in the neck
/// (facts 2.2), R2 where it stops.

#include "sim/sources/bibliography.hpp"
#include "sim/sources/cited.hpp"

namespace tactus::bodies {

// Neck and head. The steep part resists with `at_onset` at the onset angle.
inline constexpr Cited neck_stiffness_nm_per_rad{0.6, 0.3, 2.0, source::design};
inline constexpr Cited neck_at_onset_nm{0.25, 0.1, 0.6, source::design};
inline constexpr Cited neck_onset_rad{0.52, 0.40, 0.65, source::design};
inline constexpr Cited neck_steepness_per_rad{8.0, 5.0, 14.0, source::design};
/// The head's, about the middle of the neck.
inline constexpr Cited neck_inertia_kg_m2{0.07, 0.04, 0.12, source::design};
inline constexpr Cited neck_damping_nm_s_per_rad{1.5, 0.5, 4.0, source::design};

// Lower back: the curve of a musculoskeletal model of bending to the side.
inline constexpr Cited lumbar_stiffness_nm_per_rad{6.0, 3.0, 15.0, source::design};
inline constexpr Cited lumbar_at_onset_nm{0.25, 0.1, 0.5, source::passive_moments};
inline constexpr Cited lumbar_onset_rad{0.349, 0.30, 0.40, source::passive_moments};
inline constexpr Cited lumbar_steepness_per_rad{20.36, 15.0, 25.0, source::passive_moments};
/// Of the pelvis; the legs trail behind it on the table.
inline constexpr Cited lumbar_inertia_kg_m2{1.2, 0.6, 3.0, source::design};
inline constexpr Cited lumbar_damping_nm_s_per_rad{12.0, 5.0, 30.0, source::design};

// Scapula along the ribs: 10-40 N (drill D15) move it 15-40 mm.
inline constexpr Cited glide_stiffness_n_per_m{300.0, 150.0, 600.0, source::design};
inline constexpr Cited glide_at_onset_n{3.0, 1.0, 6.0, source::design};
inline constexpr Cited glide_onset_m{0.020, 0.010, 0.030, source::design};
inline constexpr Cited glide_steepness_per_m{110.0, 70.0, 150.0, source::design};
/// Of the blade with its share of the arm.
inline constexpr Cited glide_mass_kg{3.5, 2.0, 5.0, source::design};
inline constexpr Cited glide_damping_n_s_per_m{60.0, 30.0, 120.0, source::design};

// Scapula lifted off the ribs: it turns about the shoulder while its medial border rises.
inline constexpr Cited wing_stiffness_nm_per_rad{6.0, 3.0, 12.0, source::design};
inline constexpr Cited wing_at_onset_nm{0.3, 0.1, 0.6, source::design};
inline constexpr Cited wing_onset_rad{0.16, 0.10, 0.25, source::design};
inline constexpr Cited wing_steepness_per_rad{16.0, 10.0, 25.0, source::design};
inline constexpr Cited wing_inertia_kg_m2{0.02, 0.01, 0.04, source::design};
inline constexpr Cited wing_damping_nm_s_per_rad{0.8, 0.4, 1.6, source::design};

// Muscles: tension at `muscle_full_strain`, and the shape of the curve up to it (the exponential of Thelen's
// muscle, softened for a tendon in series).
inline constexpr Cited muscle_full_strain{0.35, 0.25, 0.60, source::thelen_2003};
inline constexpr Cited muscle_curve_shape{4.0, 3.0, 5.0, source::thelen_2003};
inline constexpr Cited upper_trapezius_full_n{180.0, 100.0, 300.0, source::design};
inline constexpr Cited levator_scapulae_full_n{90.0, 50.0, 150.0, source::design};
inline constexpr Cited rhomboid_full_n{120.0, 60.0, 200.0, source::design};
inline constexpr Cited quadratus_lumborum_full_n{160.0, 80.0, 250.0, source::design};

/// Tension of these at which a stretch hurts: 7 of 10.
inline constexpr Cited upper_trapezius_pain_n{30.0, 15.0, 50.0, source::design};
inline constexpr Cited levator_scapulae_pain_n{18.0, 9.0, 30.0, source::design};
inline constexpr Cited rhomboid_pain_n{25.0, 12.0, 40.0, source::design};
inline constexpr Cited quadratus_lumborum_pain_n{40.0, 20.0, 70.0, source::design};

/// The barriers lie where a joint is so many times as stiff as in its soft zone: the first, in the neck, must
/// be felt below 10 N (facts 2.2), the second stops it within what a stretch is pulled with (facts 1.1: 10-40
/// N).
inline constexpr Cited first_barrier_stiffening{2.0, 1.5, 3.0, source::design};
inline constexpr Cited second_barrier_stiffening{6.0, 4.0, 10.0, source::design};

/// A stretch held for 30-45 s loses about a quarter of its tension (Magnusson: 29-33 % in 90 s).
inline constexpr Cited creep_stiffness_share{1.0, 0.4, 2.0, source::magnusson_1996};
inline constexpr Cited creep_recovery_s{40.0, 20.0, 90.0, source::magnusson_1996};

/// Closer to its rest than this (radians, metres or strain) a joint is at rest.
inline constexpr Cited joint_rest_below{2.0e-6, 1.0e-6, 1.0e-5, source::design};

} // namespace tactus::bodies
