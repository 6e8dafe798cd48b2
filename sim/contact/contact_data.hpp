#pragma once
/// Figures of the contact between hand and skin, with their sources (facts 3.6).

#include "sim/sources/bibliography.hpp"

#include <span>

namespace tactus::contact {

/// Coulomb coefficient of a dry hand on dry skin in motion.
inline constexpr Cited friction_dry{.value = 0.36, .low = 0.2, .high = 0.6, .source = source::veijgen_2013};
/// The same under a fresh oil film.
inline constexpr Cited friction_oiled{.value = 0.10, .low = 0.05, .high = 0.2, .source = source::design};

/// Pressure for each metre that the soft pad of a palm gives way, and of a thumb, which has the nail behind
/// it.
inline constexpr Cited palm_pad_stiffness_pa_m{
    .value = 28.0e6, .low = 3.0e6, .high = 60.0e6, .source = source::design};
inline constexpr Cited thumb_pad_stiffness_pa_m{
    .value = 120.0e6, .low = 30.0e6, .high = 300.0e6, .source = source::design};

/// The constants above, for `tactus-sim sources`.
std::span<const NamedConstant> constants();

} // namespace tactus::contact
