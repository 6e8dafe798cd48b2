#pragma once
/// Constants of the body's answer, with their sources (facts 2.4, 5.4, 5.7 and 6.2; equation numbers are
/// those of 6.2).

#include "sim/sources/bibliography.hpp"

#include <span>

namespace tactus::physiology {

// Pressure pain thresholds on 1 cm2 of men without pain (facts 2.4).
inline constexpr Cited ppt_upper_trapezius_pa{423e3, 218e3, 628e3, source::bordachar_2019};
inline constexpr Cited ppt_infraspinatus_pa{621e3, 400e3, 842e3, source::bordachar_2019};
inline constexpr Cited ppt_deltoid_pa{549e3, 326e3, 773e3, source::bordachar_2019};
inline constexpr Cited ppt_mid_thoracic_pa{490e3, 392e3, 588e3,
                                           source::fischer_1987}; ///< rhomboids, levator scapulae
inline constexpr Cited ppt_lumbar_pa{600e3, 400e3, 800e3, source::fischer_1987}; ///< erector spinae, L3-L5
inline constexpr Cited ppt_gluteal_pa{638e3, 588e3, 686e3, source::fischer_1987};
inline constexpr Cited ppt_flank_pa{520e3, 400e3, 640e3, source::design}; ///< latissimus, teres, oblique

// The 0-10 scale (facts 5.7).
inline constexpr Cited threshold_area_exponent{-0.55, -0.60, -0.30, source::design};
// Felt pressure: fitted so that the contact gives the table of facts 5.7, at `half` and `standard` alike.
inline constexpr Cited felt_growth_exponent{0.25, 0.2, 0.45, source::design};
inline constexpr Cited thumb_felt_gain{1.10, 1.0, 1.2, source::design};
inline constexpr Cited palm_felt_gain{1.27, 1.1, 1.4, source::design};
inline constexpr Cited forearm_felt_gain{0.97, 0.9, 1.1, source::design};
inline constexpr Cited elbow_felt_gain{0.90, 0.8, 1.0, source::design};
inline constexpr Cited knuckles_felt_gain{0.89, 0.8, 1.0, source::design};
inline constexpr Cited women_ppt_factor{0.72, 0.65, 0.75, source::design};
inline constexpr Cited node_ppt_factor{0.45, 0.33, 0.49, source::design};
inline constexpr Cited release_ppt_gain_pa{28e3, 11e3, 46e3, source::geri_2022};
inline constexpr Cited most_release_ppt_gain_pa{75e3, 18e3, 133e3, source::geri_2022};
inline constexpr Cited slope_below_threshold{4, 3, 5, source::design};
inline constexpr Cited slope_above_threshold{5, 4, 6, source::design};
inline constexpr Cited least_discomfort{0.5, 0.2, 1, source::design};
inline constexpr Cited hold_relief_tau_s{22, 20, 25, source::design};
inline constexpr Cited relief_loss_tau_s{4, 2, 8, source::design};
inline constexpr Cited relief_plain{1.0, 0.5, 1.5, source::design};
inline constexpr Cited relief_node{3.4, 2.5, 4, source::design};
inline constexpr Cited relief_friction{2.0, 1.5, 2.5, source::design}; ///< under cross-fibre friction (5.7)
inline constexpr Cited rubbing_hz{2.5, 1.6, 3.6, source::design}; ///< 2-3 taught, with what hands miss by
inline constexpr Cited least_rubbing_sweep_m{0.004, 0.003, 0.006, source::design};
inline constexpr Cited rubbing_slip_share{0.5, 0.3, 0.6, source::design}; ///< more, and it slides
inline constexpr Cited fast_loading_pa_s{60e3, 40e3, 90e3, source::design};
inline constexpr Cited fast_loading_points{0.5, 0.3, 1, source::design};
inline constexpr Cited unwarmed_points{0.5, 0.3, 1, source::design};
inline constexpr Cited warm_up_s{60, 45, 120, source::design};
inline constexpr Cited steady_force_share{0.15, 0.10, 0.20, source::design};
inline constexpr Cited steady_force_variation{0.10, 0.08, 0.15, source::design};
inline constexpr Cited steady_speed_m_s{0.02, 0.01, 0.03, source::design};

// Guarding and tone (facts 5.4; 6.2 equations 6 and 7).
inline constexpr Cited guard_rise_tau_s{0.25, 0.15, 0.40, source::design};
inline constexpr Cited guard_fall_tau_s{12, 8, 20, source::design};
inline constexpr Cited guard_event_points{0.5, 0.25, 1,
                                          source::design}; ///< over the guarding threshold: 8 when healthy
inline constexpr Cited spasm_gain{0.6, 0.4, 0.8, source::design};
inline constexpr Cited spasm_tau_s{3, 2, 5, source::design};
inline constexpr Cited spasm_refractory_s{1, 0.5, 2, source::design};
inline constexpr Cited spasm_sensitisation{0.10, 0.05, 0.20, source::design};
inline constexpr Cited most_sensitised{0.5, 0.3, 0.7,
                                       source::design}; ///< v* falls no further than to this share
inline constexpr Cited sensitisation_tau_s{120, 60, 240, source::design};
inline constexpr Cited deep_first_discomfort{5, 4.5, 6, source::design};
inline constexpr Cited deep_first_tone{0.25, 0.15, 0.35, source::roberts_ijtmb};
inline constexpr Cited deep_first_tau_s{60, 30, 120, source::design};
inline constexpr Cited reflex_drop{0.70, 0.60, 0.75, source::morelli_1990};
inline constexpr Cited reflex_light_pa{0.5e3, 0.3e3, 1.25e3, source::design};
inline constexpr Cited reflex_deep_pa{2.5e3, 2.0e3, 3.0e3, source::goldberg_1992};
inline constexpr Cited reflex_tau_s{0.5, 0.2, 1, source::design};
inline constexpr Cited moving_speed_m_s{0.01, 0.005, 0.02, source::design};
inline constexpr Cited resting_tone_tau_s{300, 180, 600, source::design};
inline constexpr Cited least_tone_share{0.4, 0.3, 0.6, source::design};

// Softening, threshold gain, relaxation (6.2 equations 8-11).
inline constexpr Cited softening_most{0.06, 0.02, 0.10, source::eriksson_crommert_2015};
inline constexpr Cited softening_rise_tau_s{180, 120, 300, source::eriksson_crommert_2015};
inline constexpr Cited softening_fall_tau_s{60, 40, 120, source::eriksson_crommert_2015};
inline constexpr Cited working_palm_force_n{8, 6, 20, source::walton_scale};
inline constexpr Cited working_thumb_force_n{2, 1, 8, source::walton_scale};
inline constexpr Cited ppt_gain_most{0.15, 0.05, 0.20, source::design};
inline constexpr Cited ppt_gain_tau_s{300, 200, 600, source::design};
inline constexpr Cited ppt_gain_low{3, 2.5, 4, source::design};
inline constexpr Cited ppt_gain_high{7, 6.5, 7.5, source::design};
inline constexpr Cited relaxation_tau_s{480, 300, 900, source::design};
inline constexpr Cited relaxation_base{0.25, 0.2, 0.3, source::design};
inline constexpr Cited relaxation_comfort{0.35, 0.2, 0.5, source::design};
inline constexpr Cited relaxation_flow{0.2, 0.1, 0.3, source::design};
inline constexpr Cited relaxation_warm_room{0.2, 0.1, 0.3, source::design};
inline constexpr Cited relaxation_most{0.95, 0.9, 1, source::design};
inline constexpr Cited comfort_low{4, 3.5, 4.5, source::design};
inline constexpr Cited comfort_high{6.5, 6, 7, source::design};
inline constexpr Cited guard_event_cost{0.3, 0.2, 0.4, source::design};
inline constexpr Cited guard_event_tau_s{90, 60, 120, source::design};
inline constexpr Cited resting_heart_rate_bpm{70, 60, 80, source::design};
inline constexpr Cited heart_rate_drop_bpm{10.8, 5, 11, source::kaye_2008};
inline constexpr Cited resting_breaths_per_min{15, 12, 18, source::design};
inline constexpr Cited breaths_drop_per_min{4, 2, 6, source::design};
inline constexpr Cited inhaling_share{0.4, 0.35, 0.45, source::design};
inline constexpr Cited session_relief_per_s{6.4e-5, 4e-5, 8e-5,
                                            source::design}; ///< 0.23 of the complaint in an hour

// Skin (6.2 equations 1-5) and the oil on it.
inline constexpr Cited blanch_pressure_pa{4e3, 3e3, 6e3, source::design};
inline constexpr Cited blanched_blood{0.2, 0.1, 0.3, source::design};
inline constexpr Cited blanch_tau_s{0.3, 0.2, 0.5, source::design};
inline constexpr Cited refill_tau_s{1.2, 0.7, 2, source::design};
inline constexpr Cited ischaemia_pressure_pa{8e3, 5e3, 12e3, source::design};
inline constexpr Cited ischaemia_fall_tau_s{20, 10, 40, source::design};
inline constexpr Cited hyperaemia_most{0.8, 0.6, 1, source::design};
inline constexpr Cited hyperaemia_build_tau_s{149, 120, 180, source::tee_porh};
inline constexpr Cited hyperaemia_fall_base_s{10, 5, 20, source::design};
inline constexpr Cited hyperaemia_fall_share{0.5, 0.3, 0.8, source::design};
inline constexpr Cited fast_erythema_share{0.6, 0.5, 0.7, source::design};
inline constexpr Cited fast_erythema_tau_s{360, 240, 480, source::design};
inline constexpr Cited slow_erythema_share{0.4, 0.3, 0.5, source::design};
inline constexpr Cited slow_erythema_tau_s{2100, 1500, 3000, source::design};
inline constexpr Cited erythema_dose_j_m2{1500, 1000, 2500, source::design};
inline constexpr Cited slow_reddener_factor{0.4, 0.2, 0.5, source::slow_reddeners_2014};
inline constexpr Cited reddest{1.5, 1.2, 2, source::design};
inline constexpr Cited warmth_by_redness_k{1.8, 1, 2.5, source::hinds_2004};
inline constexpr Cited warmth_by_hand_k{0.3, 0.1, 0.5, source::design};
inline constexpr Cited warming_tau_s{480, 300, 600, source::design};
inline constexpr Cited cooling_tau_s{3000, 2000, 4000, source::design};
inline constexpr Cited oil_transfer_tau_s{0.15, 0.05, 0.3, source::design};
inline constexpr Cited oil_wipe_length_m{3.0, 1, 6,
                                         source::design}; ///< of stroke by a drier hand that takes 63 % off

// Trigger points (facts 4.2, 5.7).
inline constexpr Cited found_within_m{0.015, 0.010, 0.020, source::design};
inline constexpr Cited found_force_n{5, 3, 10, source::design};
inline constexpr Cited found_p95_pa{15e3, 10e3, 20e3, source::design};     ///< a passing palm finds nothing
inline constexpr Cited tender_core_m{0.008, 0.005, 0.010, source::design}; ///< full tenderness within
inline constexpr Cited tender_rim_m{0.016, 0.012, 0.020, source::design};  ///< none beyond
inline constexpr Cited easing_core_m{0.010, 0.008, 0.012, source::design};
inline constexpr Cited easing_tau_s{22, 20, 25, source::design};
inline constexpr Cited easing_low{5, 4.5, 5.5, source::design};
inline constexpr Cited easing_high{8, 7, 8, source::design};
inline constexpr Cited irritation_tau_s{30, 15, 60, source::design};
inline constexpr Cited released_tension{0.5, 0.4, 0.6, source::design};
inline constexpr Cited hold_lapse_s{0.5, 0.3, 1, source::design};

// What stays (facts 6.5): delayed soreness and bruises.
inline constexpr Cited overload_discomfort{6.5, 6, 7, source::design};
inline constexpr Cited deep_work_discomfort{6, 5, 6.5, source::design}; ///< deep work aims at 6-7 (facts 2.1)
inline constexpr Cited deep_work_free_min{25, 20, 40, source::design};
inline constexpr Cited deep_work_points{0.5, 0.25, 1, source::design}; ///< a minute beyond it
inline constexpr Cited soreness_offset{3.2, 2.9, 3.5, source::design};
inline constexpr Cited soreness_per_point_min{0.45, 0.3, 0.6, source::cambron_2007};
inline constexpr Cited least_soreness{1, 0.5, 1.5, source::design};
inline constexpr Cited soreness_gain{0.5, 0.3, 0.8, source::design};
inline constexpr Cited most_soreness{6, 5, 7, source::design};
inline constexpr Cited sore_threshold_loss{0.05, 0.03, 0.08, source::design}; ///< a point of soreness
inline constexpr Cited bruise_pressure_thumb_pa{300e3, 200e3, 400e3, source::design};
inline constexpr Cited bruise_pressure_palm_pa{120e3, 80e3, 160e3, source::design};
inline constexpr Cited visible_bruise_s{5, 3, 8, source::design};
/// After the load: from when on a bruise comes out, and when all of it is there (facts 5.4, ACG: 20-60 min).
inline constexpr Cited bruise_shows_s{1200, 900, 1800, source::design};
inline constexpr Cited bruise_out_s{3600, 2700, 5400, source::design};
inline constexpr Cited bruise_red_days{2, 1, 3, source::design}; ///< until when it has this colour
inline constexpr Cited bruise_blue_days{5, 4, 7, source::design};
inline constexpr Cited bruise_green_days{8, 6, 10, source::design};
inline constexpr Cited bruise_yellow_days{12, 10, 18, source::design};

/// The table of `tactus-sim sources` for this folder.
std::span<const NamedConstant> constants();

} // namespace tactus::physiology
