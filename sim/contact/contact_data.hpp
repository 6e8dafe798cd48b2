#pragma once
/// Figures of the contact between hand and skin, with their sources (facts 3.6).

#include "sim/sources/bibliography.hpp"

#include <span>

namespace tactus::contact {

/// Coulomb coefficient of a dry hand on dry skin in motion.
inline constexpr Cited friction_dry{.value = 0.36, .low = 0.2, .high = 0.6, .source = source::veijgen_2013};
/// The same under a fresh oil film.
inline constexpr Cited friction_oiled{.value = 0.10, .low = 0.05, .high = 0.2, .source = source::design};

/// The constants above, for `tactus-sim sources`.
std::span<const NamedConstant> constants();

} // namespace tactus::contact
