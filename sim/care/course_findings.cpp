#include "sim/care/care_data.hpp"
#include "sim/care/plan_findings.hpp"
#include "sim/care/taper.hpp"

#include <algorithm>

namespace tactus::care {

std::vector<LostMarks> reassessment_findings(const PlanView& view) {
    const std::vector<Visit>& visits = view.plan.visits;
    std::vector<LostMarks> findings;
    const auto first = std::ranges::find_if(visits, &Visit::reassess);
    const auto number = static_cast<double>(first - visits.begin() + 1);
    LostMarks finding{.part = Part::reassessment,
                      .measure = "first_reassessment",
                      .value = first == visits.end() ? 0 : number,
                      .target = first_reassessment_visit,
                      .unit = "visits",
                      .advice = "Measure pain and function again at the third or fourth visit."};
    if (first == visits.end()) {
        finding.what = "Nothing is measured again, so nobody knows whether the plan works.";
        finding.marks = first_reassessment_cost + later_reassessment_cost;
        return {finding};
    }
    if (number < first_reassessment_visit || number > last_first_reassessment_visit) {
        const bool near =
            number >= first_reassessment_visit - 1 && number <= last_first_reassessment_visit + 1;
        finding.what = number < first_reassessment_visit
                           ? "Pain was measured again before there was anything to see."
                           : "Pain was first measured again after much of the plan was over.";
        finding.marks = near ? untimely_reassessment_cost : first_reassessment_cost;
        finding.day = first->day;
        findings.push_back(finding);
    }
    // From each reassessment to the next one, or to the last visit.
    double longest_days = 0;
    double since = first->day;
    for (auto visit = first; visit != visits.end(); ++visit) {
        longest_days = std::max(longest_days, visit->day - since);
        since = visit->reassess ? visit->day : since;
    }
    if (longest_days > reassess_every_days) {
        findings.push_back(
            {.part = Part::reassessment,
             .measure = "longest_unmeasured",
             .what = "The client is treated on for longer than four weeks without being measured.",
             .value = longest_days,
             .target = reassess_every_days,
             .unit = "days",
             .marks = later_reassessment_cost,
             .advice = "Reassess every four weeks for as long as visits go on."});
    }
    return findings;
}

std::vector<LostMarks> cost_findings(const PlanView& view) {
    std::vector<LostMarks> findings;
    const double minutes = view.plan.length_min();
    if (minutes > plan_minutes) {
        findings.push_back(
            {.part = Part::cost,
             .measure = "minutes",
             .what = "The visits together take more than six hours of the client's time and money.",
             .value = minutes,
             .target = plan_minutes,
             .unit = "min",
             .marks = cost_marks * (minutes / plan_minutes - 1),
             .advice = "Spend six hours where they do most: at first, and an hour at a time."});
    }
    for (const std::size_t visit : untapered_visits(view.plan, view.expected)) {
        const double day = view.plan.visits[visit].day;
        findings.push_back(
            {.part = Part::cost,
             .measure = "gap",
             .what = "The visit comes soon after the last although pain is low or has stopped falling.",
             .value = day - view.plan.visits[visit - 1].day,
             .target = taper_gap_days,
             .unit = "days",
             .marks = untapered_visit_cost,
             .day = day,
             .advice = "Space visits ten days and more once pain is 3 or has levelled off."});
    }
    return findings;
}

} // namespace tactus::care
