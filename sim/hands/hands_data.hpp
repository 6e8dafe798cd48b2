#pragma once
/// Figures of the therapist's hand and strength, with their sources (facts 2.1, 2.3, 3.5, 4.4; design
/// look.md 2.4).

#include "sim/sources/bibliography.hpp"

#include <span>

namespace tactus::hands {

/// Wrist crease to the tip of the middle finger: mean man; all joints are drawn at this size.
inline constexpr Cited hand_length_m{0.193, 0.181, 0.205, source::ansur_ii};

/// The hardest a person presses by hand: Walton level 5 is 90-180 N with the palm, 45-90 N with the thumb.
inline constexpr Cited palm_force_limit_n{130, 90, 180, source::design};
inline constexpr Cited thumb_force_limit_n{90, 45, 100, source::design};

/// Leaning through a straight arm gives more than a hand can (facts 2.2: forearm and elbow 50-200 N); a row
/// of fingers less, and fingers that close on one another least.
inline constexpr Cited leaning_force_limit_n{180, 130, 200, source::design};
inline constexpr Cited fingers_force_limit_n{60, 40, 80, source::design};
inline constexpr Cited pincer_force_limit_n{30, 15, 45, source::design};

/// Of those limits at a table lower or higher than the therapist's knuckles: more weight over straight arms,
/// or arms without weight (the upper end of Walton level 3, facts 2.1).
inline constexpr Cited low_table_share{1.11, 1.0, 1.2, source::design};
inline constexpr Cited high_table_share{0.45, 0.35, 0.6, source::design};

/// A bone is moved with less: drills ask 10-40 N.
inline constexpr Cited hold_force_limit_n{60, 40, 80, source::design};

/// How fast a lean builds up and is taken off. A trigger-point ramp is 10-15 N/s, a hurried push ten times
/// that.
inline constexpr Cited force_rise_n_per_s{300, 150, 600, source::design};
inline constexpr Cited force_fall_n_per_s{600, 300, 1200, source::design};

/// No hand moves faster over the skin; a device that jumps is followed at this speed.
inline constexpr Cited hand_speed_limit_m_s{3.0, 1.5, 4.0, source::design};

/// Between the bones' skin side and the rest skin, so that a hovering hand carries nothing.
inline constexpr Cited clearance_m{0.0004, 0.0002, 0.0010, source::design};

/// The travel past the rest skin at which a person's wrist or the tissue ends the push.
inline constexpr Cited palm_travel_stop_m{0.035, 0.030, 0.045, source::design};
inline constexpr Cited thumb_travel_stop_m{0.024, 0.020, 0.028,
                                           source::design}; ///< past it soft tissue folds over

/// Deeper than a thumb: the arm behind a knuckle or an elbow does not fold over.
inline constexpr Cited elbow_travel_stop_m{0.030, 0.025, 0.035, source::design};

/// Between the pads of thumb and fingers, open and closed on the fold of 1-2 cm that skin rolling takes
/// (facts 1.1).
inline constexpr Cited pincer_open_m{0.045, 0.035, 0.06, source::design};
inline constexpr Cited pincer_closed_m{0.012, 0.008, 0.02, source::design};

/// Linear stiffness of a palm on 40 mm of tissue (facts 3.5, Hayes' punch of 45 mm: 7.6 fatty, 12.6 lean
/// N/mm): how deep a palm is expected to sink, so that the fingers can give way.
inline constexpr Cited palm_stiffness_n_per_m{1.0e4, 7.6e3, 1.26e4, source::design};

/// Share of the palm's sinking by which the fingertips give way (look.md 2.4: tips sink 0.12 of the press),
/// at most this far.
inline constexpr Cited fingertip_give{0.88, 0.7, 1.0, source::design};
inline constexpr Cited fingertip_give_limit_m{0.007, 0.004, 0.010, source::design};

/// Lowest point of the closed fingers over the skin while the thumb presses: deeper than a thumb usually
/// sinks.
inline constexpr Cited fist_clearance_m{0.018, 0.012, 0.025, source::design};

/// The table of `tactus-sim sources` for this folder.
std::span<const NamedConstant> constants();

} // namespace tactus::hands
