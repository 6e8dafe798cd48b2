#pragma once
/// Constants of marking that are no part of a rubric, with their sources. The rubric's own numbers
/// (facts 7.3) are design values in assets/rubrics.

#include "sim/sources/bibliography.hpp"

#include <array>
#include <span>

namespace tactus::scoring {

/// Lower edges of W1..W5 for a palm, and of W2..W5 for a thumb (facts 2.1: no source gives newtons, design
/// mapping).
inline constexpr std::array walton_palm_n{
    Cited{2, .5, 4, source::design}, Cited{8, 5, 12, source::design}, Cited{20, 15, 30, source::design},
    Cited{45, 35, 60, source::design}, Cited{90, 70, 120, source::design}};
inline constexpr std::array walton_thumb_n{Cited{2, .5, 4, source::design}, Cited{8, 5, 12, source::design},
                                           Cited{20, 15, 30, source::design},
                                           Cited{45, 35, 60, source::design}};

/// So far above the guarding threshold the client tightens under the hand: an event that must be answered; it
/// is over when discomfort has come back to the threshold (facts 2.1: 8 of 10 is a guarding event when
/// healthy).
inline constexpr Cited guard_event_points{.5, .25, 1, source::design};

/// A hold rests on its place: slower than this.
inline constexpr Cited hold_speed_m_s{.02, .01, .03, source::design};

/// Search across the fibre before pressing: two sweeps of 20 mm (facts 1.1, cross-fibre sweep >= 20 mm).
inline constexpr Cited search_path_m{.040, .02, .06, source::design};

/// Searching and flushing happen this near the point.
inline constexpr Cited near_point_m{.060, .04, .08, source::design};

/// All constants of this room, for `tactus-sim sources`.
std::span<const NamedConstant> constants();

} // namespace tactus::scoring
