#pragma once
/// Figures of the tissue with their sources (facts 3.2-3.4). Moduli are instantaneous: half of the shear
/// stress relaxes with the Prony terms.

#include "sim/sources/bibliography.hpp"

#include <span>

namespace tactus::tissue {

/// Of what lies between the fibres of skin: pressed together in its plane skin wrinkles and folds, so little
/// of it holds that the fibres do not.
inline constexpr Cited skin_shear_modulus_pa{
    .value = 5.0e3, .low = 3.0e3, .high = 60.0e3, .source = source::design};
/// The same of all of it, by which it resists a change of its volume.
inline constexpr Cited skin_volume_shear_modulus_pa{
    .value = 8.0e3, .low = 3.0e3, .high = 60.0e3, .source = source::design};
inline constexpr Cited fat_shear_modulus_pa{
    .value = 2.0e3, .low = 0.5e3, .high = 2.0e3, .source = source::design};
/// Of fat 6 mm thick whose sheets slide over one another: its septa and the loose planes between them run
/// along the skin (facts 3.3: "septa give directional slip"), so that a fingertip moves the skin by a
/// centimetre and more.
inline constexpr Cited fat_glide_modulus_pa{.value = 180, .low = 100, .high = 500, .source = source::design};
inline constexpr Cited fat_glide_thickness_m{
    .value = 0.006, .low = 0.004, .high = 0.010, .source = source::design};
/// Young's modulus of those sheets along themselves: as a layer is pressed thin they are spread and hold it
/// together, so that fat stiffens under a probe (Isogai 2022) and still slides.
inline constexpr Cited fat_sheet_modulus_pa{
    .value = 50.0e3, .low = 10.0e3, .high = 100.0e3, .source = source::design};
inline constexpr Cited trapezius_shear_modulus_pa{
    .value = 8.5e3, .low = 7.7e3, .high = 8.9e3, .source = source::bmc_2017_370};
inline constexpr Cited erector_shear_modulus_pa{
    .value = 9.4e3, .low = 8.1e3, .high = 9.5e3, .source = source::bmc_2017_370};
/// Modulus of women's muscle relative to men's (7.75 / 8.7 and 8.25 / 9.4 kPa).
inline constexpr Cited female_muscle_share{
    .value = 0.88, .low = 0.85, .high = 0.92, .source = source::bmc_2017_370};
/// Aponeurosis over muscle: the whole column behaves stiffer than the muscle alone.
inline constexpr Cited fascia_share{.value = 1.3, .low = 1.0, .high = 3.0, .source = source::design};

/// b of mu (1 + b s), s = |F|^2 - 3 - 2 (J - 1): with b = 3 the secant modulus at 30 % compression is twice
/// that of a neo-Hookean body and 3 times the small-strain modulus (25 -> 76 kPa); compression tests demand
/// at least that.
inline constexpr Cited muscle_stiffening{
    .value = 4.0, .low = 1.75, .high = 5.0, .source = source::isogai_2022};
/// Of fat, in sliding and along its sheets.
inline constexpr Cited fat_stiffening{.value = 0.3, .low = 0.1, .high = 1.0, .source = source::design};
inline constexpr Cited skin_stiffening{.value = 2.0, .low = 0.1, .high = 50.0, .source = source::design};
/// Of its fibres: the J-curve, ten times as steep at a stretch of 1.25 (facts 3.3).
inline constexpr Cited skin_fibre_stiffening{
    .value = 8.0, .low = 3.0, .high = 50.0, .source = source::design};

/// Young's modulus that the fibres of resting muscle add along themselves in tension, over its shear modulus:
/// at 3 the muscle is twice as stiff along as across, where its fibres are slack.
inline constexpr Cited muscle_fibre_stiffness{
    .value = 3.0, .low = 1.0, .high = 5.0, .source = source::design};

/// The same of skin in its plane, along and across its lines of tension: 3 (60 - 5) / 5, so that the shear
/// modulus in the plane is 60 kPa (facts 3.3).
inline constexpr Cited skin_fibre_stiffness{
    .value = 33.0, .low = 5.0, .high = 100.0, .source = source::design};
/// Tension of resting skin along its lines: 60 kPa (s^2 - 1/s) at a stretch s of 1.05, the least of facts 3.3:
/// at the 28 to 92 kPa that were found on an arm no two fingers could gather a fold.
inline constexpr Cited skin_tension_pa{
    .value = 8.5e3, .low = 5.0e3, .high = 92.0e3, .source = source::design};
/// Tension across the lines over that along them.
inline constexpr Cited skin_cross_tension{.value = 0.5, .low = 0.3, .high = 1.0, .source = source::design};

inline constexpr Cited poisson_ratio{.value = 0.48, .low = 0.45, .high = 0.499, .source = source::design};
inline constexpr Cited fat_poisson_ratio{
    .value = 0.4875, .low = 0.45, .high = 0.499, .source = source::design};

/// Muscle of tone a is (1 + slope a) / (1 + slope rest) times as stiff as at rest.
inline constexpr Cited tone_slope{.value = 6.0, .low = 3.0, .high = 10.0, .source = source::design};
inline constexpr Cited resting_tone{.value = 0.10, .low = 0.05, .high = 0.15, .source = source::design};

inline constexpr Cited taut_band_factor{.value = 2.0, .low = 1.5, .high = 2.4, .source = source::chen_2016};
inline constexpr Cited taut_band_radius_m{
    .value = 0.004, .low = 0.003, .high = 0.005, .source = source::design};
inline constexpr Cited taut_band_length_m{
    .value = 0.045, .low = 0.030, .high = 0.060, .source = source::design};

/// How far the base of the tissue follows a scapula along itself; beyond, the bone slides on below. Half a
/// fine cell and more would fold the cells at its edge.
inline constexpr Cited base_slip_limit_m{
    .value = 0.003, .low = 0.001, .high = 0.010, .source = source::design};

inline constexpr Cited prony_share_1{
    .value = 0.20, .low = 0.1, .high = 0.3, .source = source::van_loocke_2009};
inline constexpr Cited prony_share_2{
    .value = 0.15, .low = 0.1, .high = 0.2, .source = source::van_loocke_2009};
inline constexpr Cited prony_share_3{
    .value = 0.15, .low = 0.1, .high = 0.2, .source = source::van_loocke_2009};
inline constexpr Cited prony_time_1_s{.value = 0.3, .low = 0.1, .high = 1.0, .source = source::design};
inline constexpr Cited prony_time_2_s{.value = 6.0, .low = 5.0, .high = 20.0, .source = source::design};
inline constexpr Cited prony_time_3_s{.value = 90.0, .low = 60.0, .high = 300.0, .source = source::design};

/// The constants above, for `tactus-sim sources`.
std::span<const NamedConstant> constants();

} // namespace tactus::tissue
