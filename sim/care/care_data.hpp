#pragma once
/// Constants of care over weeks, with their sources (facts 6.4 and 6.5; grading: facts 10, "Plan mode"). What
/// is fitted to trials is a design value: the trials are named where their own figures stand.

#include "sim/sources/bibliography.hpp"

#include <span>

namespace tactus::care {

// Two stores of benefit, each filled by a visit and leaking (facts 6.4).
inline constexpr Cited fast_gain{0.30, 0.2, 0.4, source::design};
inline constexpr Cited fast_leak_tau_days{7, 5, 10, source::design};
inline constexpr Cited fast_relief{0.667, 0.5, 0.8,
                                   source::design}; ///< share of pain a full store takes away
inline constexpr Cited slow_gain{0.12, 0.05, 0.2, source::design};
inline constexpr Cited slow_leak_tau_days{200, 100, 400, source::design};
inline constexpr Cited slow_relief{0.263, 0.15, 0.4, source::design};
inline constexpr Cited full_visit_min{60, 45, 60,
                                      source::sherman_2014}; ///< 30 minutes were no better than waiting
inline constexpr Cited length_exponent{1.6, 1.2, 2, source::design};
inline constexpr Cited most_length_share{1.15, 1, 1.3, source::design};
inline constexpr Cited responder_deviation{0.5, 0.3, 0.7, source::design}; ///< of rho about 1

// The course without treatment (facts 6.4).
inline constexpr Cited acute_tau_days{10, 7, 21, source::design};
inline constexpr Cited flare_every_days{45, 30, 90, source::design};
inline constexpr Cited flare_points{2, 1, 3, source::design};
inline constexpr Cited flare_tau_days{5, 3, 10, source::design};
inline constexpr Cited cause_points_a_week{0.3, 0.1, 0.5, source::design};
inline constexpr Cited daily_noise_points{0.8, 0.5, 1.2, source::design};

// Function: the Roland-Morris questionnaire from pain, 0..24 (facts 6.4).
inline constexpr Cited function_slope{2.1, 1.5, 2.5, source::design};
inline constexpr Cited function_offset{1.5, 0, 3, source::design};
inline constexpr Cited worst_function{24, 24, 24, source::design};

// What a technique feels like on the client's scale, from low to high (facts 5.7: the Walton ladder; facts
// 10: D08 and D12).
inline constexpr Cited gentle_discomfort{2.1, 1.2, 3.0, source::design};
inline constexpr Cited swedish_discomfort{3.65, 3.0, 4.3, source::design};
inline constexpr Cited deep_discomfort{6, 5, 7, source::design};
inline constexpr Cited trigger_point_discomfort{6.5, 6, 7, source::design};

// When work harms (facts 2.1, 5.2 and 5.3).
inline constexpr Cited harmful_discomfort{8, 7.5, 8.5, source::design}; ///< "too much"
inline constexpr Cited acute_days{4, 3, 7, source::design};             ///< a strain is fresh until then
inline constexpr Cited subacute_days{21, 14, 28, source::design};
inline constexpr Cited subacute_discomfort{5, 4, 5,
                                           source::design}; ///< that a healing strain may be worked at

// The planner's rules (facts 6.4, "Planner grading").
inline constexpr Cited taper_pain{3, 2, 3, source::design};
inline constexpr Cited plateau_points_a_week{0.3, 0.2, 0.5, source::design};
inline constexpr Cited plateau_days{14, 14, 21, source::design};
inline constexpr Cited taper_gap_days{10, 10, 14, source::design};
inline constexpr Cited refer_after_days{28, 28, 42, source::design};
inline constexpr Cited late_referral_days{35, 35, 49, source::design};
inline constexpr Cited changed_points{0.5, 0.5, 1, source::design}; ///< a smaller drop is no change
inline constexpr Cited first_reassessment_visit{3, 3, 4, source::design};
inline constexpr Cited last_first_reassessment_visit{4, 3, 4, source::design};
inline constexpr Cited reassess_every_days{28, 21, 42, source::design};
inline constexpr Cited likely_soreness{0.25, 0.2, 0.4, source::design}; ///< chance that a visit may leave
inline constexpr Cited sore_on_arrival{1, 0.5, 2, source::design};      ///< points, not to be worked deeply
inline constexpr Cited plan_visits{6, 6, 6, source::design};
inline constexpr Cited plan_minutes{360, 270, 400, source::design};

// Marks of plan mode (facts 10, "Longer modes") and what each finding costs.
inline constexpr Cited pain_marks{40, 40, 40, source::design};
inline constexpr Cited safety_marks{30, 30, 30, source::design};
inline constexpr Cited reassessment_marks{15, 15, 15, source::design};
inline constexpr Cited cost_marks{15, 15, 15, source::design};
inline constexpr Cited harm_cost{15, 10, 30, source::design};
inline constexpr Cited untreatable_cost{100, 100, 100, source::design}; ///< facts 5.5: treating at all fails
inline constexpr Cited overlong_cost{3, 2, 5, source::design};
inline constexpr Cited guarding_cost{8, 5, 10, source::design};
inline constexpr Cited soreness_cost{5, 3, 8, source::design};
inline constexpr Cited no_referral_rule_cost{10, 5, 15, source::design};
inline constexpr Cited no_referral_cost{15, 10, 30, source::design};
inline constexpr Cited first_reassessment_cost{10, 10, 15, source::design};
inline constexpr Cited untimely_reassessment_cost{5, 3, 8, source::design};
inline constexpr Cited later_reassessment_cost{5, 3, 8, source::design};
inline constexpr Cited untapered_visit_cost{2.5, 1, 3, source::design};

// The dosing trial and what it was simulated with (facts 6.4, "Check").
inline constexpr Cited trial_read_day{35, 35, 35, source::sherman_2014};
inline constexpr Cited trial_responder_share{0.30, 0.30, 0.30, source::sherman_2014}; ///< drop that counts
/// Facts 6.4 do not print the P0 of their check; at this one all six of its figures come out.
inline constexpr Cited trial_pain{5.6, 5.5, 5.8, source::design};
inline constexpr Cited trial_change_points{-0.3, -0.5, 0, source::design}; ///< of untreated clients
inline constexpr Cited trial_change_deviation{1.7, 1.5, 2, source::design};
inline constexpr Cited trial_risk_60_twice{2.30, 2.30, 2.30, source::sherman_2014};
inline constexpr Cited trial_risk_60_thrice{2.73, 2.73, 2.73, source::sherman_2014};
inline constexpr Cited trial_benefit_week_10{1.55, 1.4, 1.7,
                                             source::cherkin_2011}; ///< structural, relaxation

/// The table of `tactus-sim sources` for this folder.
std::span<const NamedConstant> constants();

} // namespace tactus::care
