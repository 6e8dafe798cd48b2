#include "sim/care/care_data.hpp"
#include "sim/care/plan_findings.hpp"

#include <algorithm>
#include <array>

namespace tactus::care {
namespace {

/// A change to a plan and the words that ask for it.
struct Mend {
    Plan plan;
    std::string advice;
};

Plan with_full_visits(Plan plan) {
    for (Visit& visit : plan.visits) {
        double& gentle = visit.minutes[static_cast<std::size_t>(Technique::gentle)];
        gentle += std::max(0.0, full_visit_min - visit.length_min());
    }
    return plan;
}

Plan with_advice(Plan plan) {
    plan.visits.front().home_advice = true;
    return plan;
}

/// All deep work done as Swedish.
Plan without_deep_work(Plan plan) {
    for (Visit& visit : plan.visits) {
        for (const Technique technique : {Technique::deep, Technique::trigger_point}) {
            double& minutes = visit.minutes[static_cast<std::size_t>(technique)];
            visit.minutes[static_cast<std::size_t>(Technique::swedish)] += minutes;
            minutes = 0;
        }
    }
    return plan;
}

/// The days of the best plan, as many as the plan has visits for.
Plan on_days_of(Plan plan, const Plan& best) {
    plan.visits.resize(std::min(plan.visits.size(), best.visits.size()));
    for (std::size_t k = 0; k < plan.visits.size(); ++k) {
        plan.visits[k].day = best.visits[k].day;
    }
    return plan;
}

Plan with_visits_of(Plan plan, const Plan& best) {
    for (std::size_t k = plan.visits.size(); k < best.visits.size(); ++k) {
        Visit visit = plan.visits.back();
        visit.day = std::max(best.visits[k].day, visit.day + 1);
        plan.visits.push_back(visit);
    }
    return plan;
}

std::string most_useful_advice(const PlanView& view) {
    const std::array<Mend, 5> mends{{
        {without_deep_work(view.plan), "Leave out what harms: a visit that harms does no good."},
        {with_full_visits(view.plan), "Make the visits an hour long: half an hour is worth a third of it."},
        {with_visits_of(view.plan, view.best),
         "See the client more often: up to six visits are worth their time."},
        {on_days_of(view.plan, view.best), "Come close together at first, then farther apart."},
        {with_advice(view.plan), "Give home advice at the first visit, so that the cause does not go on."},
    }};
    const Course now = view.expected;
    const auto gain = [&](const Mend& mend) { return mean_drop(follow(mend.plan, view.person, {}), now); };
    return std::ranges::max_element(mends, {}, gain)->advice;
}

} // namespace

std::vector<LostMarks> pain_findings(const PlanView& view, double drop, double best_drop) {
    constexpr double hardly_any = 0.05;
    if (best_drop < hardly_any || drop >= best_drop) {
        return {};
    }
    return {
        {.part = Part::pain,
         .measure = "pain_drop",
         .what = "By the model the visits take less off the mean day's pain than the best six hours would.",
         .value = drop,
         .target = best_drop,
         .unit = "points",
         .marks = pain_marks * (1 - std::max(0.0, drop) / best_drop),
         .advice = most_useful_advice(view)}};
}

} // namespace tactus::care
