#include "sim/care/care_data.hpp"
#include "sim/care/plan_findings.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <optional>

namespace tactus::care {
namespace {

constexpr double percent = 100;

LostMarks harm_finding(const HeldVisit& held, const Visit& visit, const Problem& problem) {
    if (held.harm == Harm::fresh_strain) {
        return {.part = Part::safety,
                .measure = "strain_age",
                .what = "Deep work on a strain that is still fresh harms it.",
                .value = problem_age_days(visit, problem),
                .target = acute_days,
                .unit = "days",
                .marks = harm_cost,
                .day = visit.day,
                .advice = "Work gently around a strain for its first four days."};
    }
    return {.part = Part::safety,
            .measure = "discomfort",
            .what = "The strongest technique is more than this client can bear, so the visit does no good.",
            .value = held.load.strongest,
            .target = harmful_discomfort,
            .unit = "points",
            .marks = harm_cost,
            .day = visit.day,
            .advice = "Choose gentler techniques for a client with low pain thresholds."};
}

/// What a visit that does not harm still asks too much by: the worst of it.
std::optional<LostMarks> strength_finding(const HeldVisit& held, const Visit& visit, const PlanView& view) {
    const Problem& problem = view.plan.problem;
    LostMarks finding{.part = Part::safety, .measure = "discomfort", .unit = "points", .day = visit.day};
    finding.value = held.load.strongest;
    if (held.load.strongest >= view.person.guard_discomfort + physiology::guard_event_points) {
        finding.what = "The strongest technique makes the client guard.";
        finding.target = view.person.guard_discomfort;
        finding.marks = guarding_cost;
        finding.advice = "Stay below the discomfort at which this client's muscles tighten.";
        return finding;
    }
    if (problem.onset == Onset::acute && problem_age_days(visit, problem) < subacute_days &&
        held.load.strongest > subacute_discomfort) {
        finding.what = "A strain of less than three weeks is worked harder than it can take.";
        finding.target = subacute_discomfort;
        finding.marks = soreness_cost;
        finding.advice = "Keep to a discomfort of 5 until the strain is three weeks old.";
        return finding;
    }
    return std::nullopt;
}

void add_soreness(const HeldVisit& held, const Visit& visit, std::vector<LostMarks>& findings) {
    if (held.load.soreness_chance > likely_soreness) {
        findings.push_back({.part = Part::safety,
                            .measure = "soreness_chance",
                            .what = "The visit is likely to leave the client sore.",
                            .value = percent * held.load.soreness_chance,
                            .target = percent * likely_soreness,
                            .unit = "%",
                            .marks = soreness_cost,
                            .day = visit.day,
                            .advice = "Keep deep work to 25 minutes and most of it below 6.5 of 10."});
    }
}

void add_overlong(const Visit& visit, const Person& person, std::vector<LostMarks>& findings) {
    if (person.longest_visit_min > 0 && visit.length_min() > person.longest_visit_min) {
        findings.push_back({.part = Part::safety,
                            .measure = "length",
                            .what = "The visit is longer than a client with this condition bears.",
                            .value = visit.length_min(),
                            .target = person.longest_visit_min,
                            .unit = "min",
                            .marks = overlong_cost,
                            .day = visit.day,
                            .advice = "Make the visits shorter and see how the days after are."});
    }
}

void add_banned(const Visit& visit, const Person& person, std::vector<LostMarks>& findings) {
    for (std::size_t k = 0; k < technique_count; ++k) {
        if (visit.minutes[k] > 0 && !person.banned[k].empty()) {
            findings.push_back(
                {.part = Part::safety,
                 .measure = "banned_technique",
                 .what = "The client's condition bans this technique: " + person.banned[k] + ".",
                 .value = visit.minutes[k],
                 .unit = "min",
                 .marks = harm_cost,
                 .day = visit.day,
                 .advice = "Do gentle or Swedish work instead."});
        }
    }
}

/// What chance made of it: only the course as it went knows whether the client came sore.
void add_sore_muscles(const PlanView& view, std::vector<LostMarks>& findings) {
    for (const HeldVisit& held : view.held.visits) {
        const Visit& visit = view.plan.visits[held.visit];
        if (works_deeply(visit) && held.before.soreness >= sore_on_arrival) {
            findings.push_back({.part = Part::safety,
                                .measure = "soreness_on_arrival",
                                .what = "The client came sore from the visit before and got deep work.",
                                .value = held.before.soreness,
                                .target = sore_on_arrival,
                                .unit = "points",
                                .marks = soreness_cost,
                                .day = visit.day,
                                .advice = "Leave two days after a strong visit, or work gently."});
        }
    }
}

void add_referral(const PlanView& view, std::vector<LostMarks>& findings) {
    const Plan& plan = view.plan;
    if (plan.visits.empty() || plan.visits.back().day < refer_after_days) {
        return;
    }
    if (!plan.refer_after_days || *plan.refer_after_days > late_referral_days) {
        findings.push_back(
            {.part = Part::safety,
             .measure = "referral_rule",
             .what = "The plan does not say that a client without change after four weeks is referred.",
             .value = plan.refer_after_days.value_or(0),
             .target = refer_after_days,
             .unit = "days",
             .marks = no_referral_rule_cost,
             .advice = "Set refer_without_change_after_days to 28 and reassess then."});
    }
    const double last_held = view.held.visits.empty() ? 0 : plan.visits[view.held.visits.back().visit].day;
    if (view.held.unchanged_day && !view.held.referred_day && last_held > refer_after_days) {
        findings.push_back({.part = Part::safety,
                            .measure = "unreferred",
                            .what = "Nothing had changed after four weeks, and the visits went on.",
                            .value = last_held,
                            .target = refer_after_days,
                            .unit = "days",
                            .marks = no_referral_cost,
                            .day = *view.held.unchanged_day,
                            .advice = "Reassess at four weeks and refer a client who has not changed."});
    }
}

} // namespace

LostMarks referral_first(const Plan& plan) {
    return {.part = Part::safety,
            .measure = "referral_first",
            .what = "What this client reports is outside massage scope: visits are no answer to it.",
            .value = static_cast<double>(plan.visits.size()),
            .unit = "visits",
            .marks = untreatable_cost,
            .day = 0,
            .advice = "Refer the client first, and plan visits once a doctor has agreed."};
}

std::vector<LostMarks> safety_findings(const PlanView& view) {
    std::vector<LostMarks> findings;
    for (const HeldVisit& held : view.expected.visits) {
        const Visit& visit = view.plan.visits[held.visit];
        if (held.harm != Harm::none) {
            findings.push_back(harm_finding(held, visit, view.plan.problem));
        } else if (const auto finding = strength_finding(held, visit, view)) {
            findings.push_back(*finding);
        }
        add_soreness(held, visit, findings);
        add_overlong(visit, view.person, findings);
        add_banned(visit, view.person, findings);
    }
    add_sore_muscles(view, findings);
    add_referral(view, findings);
    return findings;
}

} // namespace tactus::care
