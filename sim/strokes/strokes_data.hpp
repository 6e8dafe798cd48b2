#pragma once
/// Constants of the measures of movement, with their sources.

#include "sim/sources/bibliography.hpp"

#include <array>
#include <cstddef>
#include <span>

namespace tactus::strokes {

// SPARC as its authors' code sets it (facts 8.1).
inline constexpr std::size_t sparc_padding_levels = 4; ///< zero-padding to 2^(ceil(log2 N) + 4)
inline constexpr Cited sparc_cut_off_hz{10, 10, 10, source::balasubramanian_2015};
inline constexpr Cited sparc_amplitude_threshold{.05, .05, .05, source::balasubramanian_2015};

/// Ends of the ideally even stroke that SPARC is compared with (facts 7.3, SM).
inline constexpr Cited plateau_end_s{.5, .3, .8, source::design};

/// Cut-off before LDLJ: 6-10 Hz is usual for hand kinematics (facts 8.1, recalled).
inline constexpr Cited speed_filter_hz{8, 6, 10, source::winter_2009};

/// Strokes are cut at pauses, and contact counts as broken, beyond this time (facts 7.3, SM and CT).
inline constexpr Cited pause_s{.3, .2, .5, source::design};

/// Slower than this a hand rests.
inline constexpr Cited resting_speed_m_s{.01, .005, .02, source::design};

/// Of a hand around a bony part: as much as a palm (facts 2.3).
inline constexpr Cited holding_area_m2{60e-4, 40e-4, 90e-4, source::design};

/// One unit of place where strokes are warped onto each other, and how far from the diagonal a warp may go
/// (facts 8.2, path vs expert).
inline constexpr Cited place_unit_m{.05, .02, .1, source::design};
inline constexpr Cited warp_band_share{.10, .05, .20, source::sakoe_chiba_1978};

/// Shorter movements are turns and tremor, not strokes.
inline constexpr Cited shortest_stroke_m{.02, .01, .05, source::design};

/// Strokes slower than this please (CT-afferent optimum 1-10 cm/s, taught effleurage to 20 cm/s:
/// facts 1.1, 2.2).
inline constexpr Cited pleasant_speed_m_s{.20, .10, .25, source::design};

/// Along-stroke acceleration that still feels even.
inline constexpr Cited even_acceleration_m_s2{1.0, .5, 2.0, source::design};

/// All constants of this room, for `tactus-sim sources`.
std::span<const NamedConstant> constants();

} // namespace tactus::strokes
