#include "sim/care/care_data.hpp"

#include <array>

namespace tactus::care {
namespace {

constexpr std::array<NamedConstant, 64> all{{
    {"care.fast_gain", fast_gain},
    {"care.fast_leak_tau_days", fast_leak_tau_days},
    {"care.fast_relief", fast_relief},
    {"care.slow_gain", slow_gain},
    {"care.slow_leak_tau_days", slow_leak_tau_days},
    {"care.slow_relief", slow_relief},
    {"care.full_visit_min", full_visit_min},
    {"care.length_exponent", length_exponent},
    {"care.most_length_share", most_length_share},
    {"care.responder_deviation", responder_deviation},
    {"care.acute_tau_days", acute_tau_days},
    {"care.flare_every_days", flare_every_days},
    {"care.flare_points", flare_points},
    {"care.flare_tau_days", flare_tau_days},
    {"care.cause_points_a_week", cause_points_a_week},
    {"care.daily_noise_points", daily_noise_points},
    {"care.function_slope", function_slope},
    {"care.function_offset", function_offset},
    {"care.worst_function", worst_function},
    {"care.gentle_discomfort", gentle_discomfort},
    {"care.swedish_discomfort", swedish_discomfort},
    {"care.deep_discomfort", deep_discomfort},
    {"care.trigger_point_discomfort", trigger_point_discomfort},
    {"care.harmful_discomfort", harmful_discomfort},
    {"care.acute_days", acute_days},
    {"care.subacute_days", subacute_days},
    {"care.subacute_discomfort", subacute_discomfort},
    {"care.taper_pain", taper_pain},
    {"care.plateau_points_a_week", plateau_points_a_week},
    {"care.plateau_days", plateau_days},
    {"care.taper_gap_days", taper_gap_days},
    {"care.refer_after_days", refer_after_days},
    {"care.late_referral_days", late_referral_days},
    {"care.changed_points", changed_points},
    {"care.first_reassessment_visit", first_reassessment_visit},
    {"care.last_first_reassessment_visit", last_first_reassessment_visit},
    {"care.reassess_every_days", reassess_every_days},
    {"care.likely_soreness", likely_soreness},
    {"care.sore_on_arrival", sore_on_arrival},
    {"care.plan_visits", plan_visits},
    {"care.plan_minutes", plan_minutes},
    {"care.pain_marks", pain_marks},
    {"care.safety_marks", safety_marks},
    {"care.reassessment_marks", reassessment_marks},
    {"care.cost_marks", cost_marks},
    {"care.harm_cost", harm_cost},
    {"care.untreatable_cost", untreatable_cost},
    {"care.overlong_cost", overlong_cost},
    {"care.guarding_cost", guarding_cost},
    {"care.soreness_cost", soreness_cost},
    {"care.no_referral_rule_cost", no_referral_rule_cost},
    {"care.no_referral_cost", no_referral_cost},
    {"care.first_reassessment_cost", first_reassessment_cost},
    {"care.untimely_reassessment_cost", untimely_reassessment_cost},
    {"care.later_reassessment_cost", later_reassessment_cost},
    {"care.untapered_visit_cost", untapered_visit_cost},
    {"care.trial_read_day", trial_read_day},
    {"care.trial_responder_share", trial_responder_share},
    {"care.trial_pain", trial_pain},
    {"care.trial_change_points", trial_change_points},
    {"care.trial_change_deviation", trial_change_deviation},
    {"care.trial_risk_60_twice", trial_risk_60_twice},
    {"care.trial_risk_60_thrice", trial_risk_60_thrice},
    {"care.trial_benefit_week_10", trial_benefit_week_10},
}};

} // namespace

std::span<const NamedConstant> constants() { return all; }

} // namespace tactus::care
