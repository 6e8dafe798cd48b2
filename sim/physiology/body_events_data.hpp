#pragma once
/// Constants of what a body does of itself (facts 5.4, special events).

#include "sim/sources/bibliography.hpp"

namespace tactus::physiology {

/// A spasm of a strained muscle lasts 3 to 8 s at full tone, and does not come again at once.
inline constexpr Cited spasm_s{5, 3, 8, source::design};
inline constexpr Cited spasm_rest_s{1, 0.5, 2, source::design};

/// Clonus of spastic muscles: 5 to 8 Hz for 2 to 5 s.
inline constexpr Cited clonus_hz{6.5, 5, 8, source::design};
inline constexpr Cited clonus_s{3.5, 2, 5, source::design};
inline constexpr Cited clonus_tone{0.6, 0.4, 0.8, source::design};

/// A sneeze: half of full tone for a second, each 3 to 6 minutes face down.
inline constexpr Cited sneeze_s{1, 0.5, 1.5, source::design};
inline constexpr Cited sneeze_tone{0.5, 0.3, 0.7, source::design};
inline constexpr Cited sneeze_spread{1, 0.75, 1.5, source::design}; ///< factors on the threshold

/// Zap, startle and the like are felt so long.
inline constexpr Cited lasting_s{2.5, 1, 5, source::design};

/// What gathers while something lasts goes back at this share of the pace while it does not.
inline constexpr Cited recovery_share{0.5, 0.25, 1, source::design};

/// Hives come up within minutes once begun, and go with 45 min.
inline constexpr Cited weal_rise_tau_s{90, 60, 240, source::design};
inline constexpr Cited weal_fall_tau_s{2700, 1800, 3600, source::design};

/// Dysreflexia: chance a minute for each time that the pressure below the level passes its threshold, and of
/// a full bag; systolic pressure rises by 20 to 40 mmHg (facts 5.4, SCI).
inline constexpr Cited dysreflexia_per_min{0.002, 0.001, 0.01, source::design};
inline constexpr Cited full_bag_per_min{0.01, 0.005, 0.02, source::design};
inline constexpr Cited dysreflexia_mmhg{30, 20, 40, source::design};
inline constexpr Cited dysreflexia_tau_s{20, 10, 60, source::design};
inline constexpr Cited dysreflexia_rest_s{120, 60, 600, source::design};

} // namespace tactus::physiology
