#pragma once
/// Figures of the body with their sources (facts 3.1, 4.1, 4.4). Reference clients are the ANSUR II means.

#include "sim/sources/bibliography.hpp"
#include "sim/sources/cited.hpp"

#include <span>

namespace tactus::anatomy {

inline constexpr Cited male_stature_m{1.756, 1.618, 1.894, source::ansur_ii};
inline constexpr Cited female_stature_m{1.629, 1.501, 1.757, source::ansur_ii};
inline constexpr Cited male_half_biacromial_m{0.208, 0.189, 0.227, source::ansur_ii};
inline constexpr Cited female_half_biacromial_m{0.183, 0.165, 0.201, source::ansur_ii};
/// C7 to the iliac-crest line, along the table.
inline constexpr Cited male_spine_length_m{0.456, 0.406, 0.506, source::ansur_ii};
inline constexpr Cited female_spine_length_m{0.400, 0.356, 0.444, source::ansur_ii};

/// Height of C7 over the floor, standing.
inline constexpr Cited male_c7_height_m{1.517, 1.391, 1.643, source::ansur_ii};
inline constexpr Cited female_c7_height_m{1.396, 1.276, 1.516, source::ansur_ii};

/// Curves of a mean spine upright, and what of a deviation from them is left prone (facts 4.4, recalled
/// there).
inline constexpr Cited mean_kyphosis_deg{42.0, 20.0, 50.0, source::design};
inline constexpr Cited mean_lordosis_deg{35.0, 20.0, 50.0, source::design};
inline constexpr Cited prone_posture_share{0.80, 0.70, 0.90, source::design};
/// Turn of the trunk at the apex of a scoliosis, as a share of its Cobb angle.
inline constexpr Cited trunk_turn_share{0.22, 0.15, 0.35, source::design};

/// Skin of the back; thins after 60.
inline constexpr Cited skin_thickness_m{0.0025, 0.0020, 0.0040, source::design};
inline constexpr Cited old_skin_thickness_m{0.0015, 0.0010, 0.0025, source::design};

/// Bounds of the whole column from skin to base, so that eight cells keep a sane shape.
inline constexpr Cited column_least_m{0.007, 0.006, 0.008, source::design};
inline constexpr Cited column_most_m{0.052, 0.045, 0.060, source::design};

/// Nodules (facts 3.3): ellipse of 0.57 cm2 active, 0.36 cm2 latent; factor on muscle stiffness.
inline constexpr Cited active_nodule_length_m{0.010, 0.008, 0.012, source::sikdar_2009};
inline constexpr Cited active_nodule_width_m{0.007, 0.006, 0.009, source::sikdar_2009};
inline constexpr Cited latent_nodule_length_m{0.008, 0.006, 0.010, source::sikdar_2009};
inline constexpr Cited latent_nodule_width_m{0.006, 0.004, 0.008, source::sikdar_2009};
inline constexpr Cited active_nodule_stiffness{3.0, 2.0, 4.0, source::design};
inline constexpr Cited latent_nodule_stiffness{2.0, 1.5, 2.5, source::design};

/// Where fibres and referred pain of trigger_point_sites() come from; u, v and depth there are design values.
inline constexpr const source::Source& trigger_point_source = source::travell_simons;

/// The table of `tactus-sim sources` for this folder.
std::span<const NamedConstant> constants();

} // namespace tactus::anatomy
