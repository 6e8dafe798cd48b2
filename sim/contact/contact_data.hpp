#pragma once
/// Figures of the contact between hand and skin, with their sources (facts 3.6).

#include "sim/sources/bibliography.hpp"

#include <span>

namespace tactus::contact {

/// Coulomb coefficient of a dry hand on dry skin in motion.
inline constexpr Cited friction_dry{.value = 0.36, .low = 0.2, .high = 0.6, .source = source::veijgen_2013};
/// The same before it moves: dry skin sticks until it is torn loose.
inline constexpr Cited friction_dry_static{
    .value = 0.52, .low = 0.3, .high = 0.9, .source = source::veijgen_2013};
/// Way of sliding on which a place loses what it stuck by, and how long it rests until it has that again.
inline constexpr Cited friction_loss_m{
    .value = 0.002, .low = 0.0003, .high = 0.003, .source = source::design};
inline constexpr Cited friction_rest_tau_s{.value = 0.1, .low = 0.03, .high = 0.5, .source = source::design};
/// The same under a fresh oil film.
inline constexpr Cited friction_oiled{.value = 0.10, .low = 0.05, .high = 0.2, .source = source::design};

/// Lotion that the skin has begun to drink, and water gel before it dries.
inline constexpr Cited friction_lotion{.value = 0.25, .low = 0.25, .high = 0.45, .source = source::design};
inline constexpr Cited friction_gel{.value = 0.15, .low = 0.08, .high = 0.25, .source = source::design};

/// Pressure for each metre that the hand's own pad gives way, as a layer of it on bone: modulus over
/// thickness. Palm: about 70 kPa over 10 mm of thenar and hypothenar. Thumb: a pulp of 6 mm that stiffens at
/// 10 N and more. Heel and edge of the hand: the same flesh as the palm's, stiffer for being pressed thin by
/// the whole load. Knuckle, fist and elbow: 2-3 mm of skin on bone. Forearm: muscle, 20 mm of it.
inline constexpr Cited palm_pad_stiffness_pa_m{
    .value = 6.0e6, .low = 3.0e6, .high = 30.0e6, .source = source::design};
inline constexpr Cited heel_pad_stiffness_pa_m{
    .value = 24.0e6, .low = 8.0e6, .high = 60.0e6, .source = source::design};
inline constexpr Cited thumb_pad_stiffness_pa_m{
    .value = 60.0e6, .low = 20.0e6, .high = 200.0e6, .source = source::design};
inline constexpr Cited bony_pad_stiffness_pa_m{
    .value = 200.0e6, .low = 40.0e6, .high = 300.0e6, .source = source::design};
inline constexpr Cited forearm_pad_stiffness_pa_m{
    .value = 4.0e6, .low = 2.0e6, .high = 15.0e6, .source = source::design};

/// Over what width the flesh over neighbouring bones is one surface: a palm's metacarpals are 19 mm apart and
/// show no furrow; a thumb's pad is one cushion, and so is a fingertip's; a fist shows its fingers.
inline constexpr Cited palm_blend_m{.value = 0.024, .low = 0.015, .high = 0.04, .source = source::design};
inline constexpr Cited thumb_blend_m{.value = 0.008, .low = 0.003, .high = 0.012, .source = source::design};
inline constexpr Cited fist_blend_m{.value = 0.012, .low = 0.006, .high = 0.018, .source = source::design};

/// Way over dry skin on which a hand leaves all but 1/e of its oil: a dozen strokes of a back. Lotion and gel
/// are thinner and go sooner.
inline constexpr Cited oil_spread_length_m{.value = 6.0, .low = 3.0, .high = 12.0, .source = source::design};
inline constexpr Cited lotion_spread_length_m{
    .value = 3.5, .low = 2.0, .high = 6.0, .source = source::design};
inline constexpr Cited gel_spread_length_m{.value = 4.5, .low = 2.0, .high = 8.0, .source = source::design};

/// Until all but 1/e of a film on the skin is gone: lotion is drunk with a half-life of 3-6 minutes, the
/// water of gel goes into the air.
inline constexpr Cited oil_fade_tau_s{.value = 600, .low = 300, .high = 900, .source = source::design};
inline constexpr Cited lotion_fade_tau_s{.value = 390, .low = 260, .high = 520, .source = source::design};
inline constexpr Cited gel_fade_tau_s{.value = 240, .low = 120, .high = 480, .source = source::design};

/// Less than this, the weight of a hanging fingertip, is a hand that hovers, whatever the breath brings up to
/// it: no contact for the score nor for the screen.
inline constexpr Cited grazing_force_n{.value = .2, .low = .1, .high = .5, .source = source::design};

/// The constants above, for `tactus-sim sources`.
std::span<const NamedConstant> constants();

} // namespace tactus::contact
