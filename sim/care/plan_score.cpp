#include "sim/care/plan_score.hpp"

#include "sim/care/best_plan.hpp"
#include "sim/care/care_data.hpp"
#include "sim/care/plan_findings.hpp"

#include <algorithm>

namespace tactus::care {

double marks_of(Part part) {
    switch (part) {
    case Part::pain:
        return pain_marks;
    case Part::safety:
        return safety_marks;
    case Part::reassessment:
        return reassessment_marks;
    case Part::cost:
        return cost_marks;
    }
    return 0;
}

PlanScore score_plan(const Plan& plan, const Person& person, const Course& held) {
    PlanScore score{.best = best_plan(plan, person)};
    const Course untreated = follow(without_visits(plan), person, {});
    const Course expected = follow(plan, person, {});
    score.drop = mean_drop(expected, untreated);
    score.best_drop = mean_drop(follow(score.best, person, {}), untreated);
    if (!person.treatable && !plan.visits.empty()) {
        score.lost.push_back(referral_first(plan));
        return score;
    }
    const PlanView view{
        .plan = plan, .person = person, .expected = expected, .held = held, .best = score.best};
    for (std::size_t part = 0; part < part_names.size(); ++part) {
        score.parts[part] = marks_of(static_cast<Part>(part));
    }
    for (const std::vector<LostMarks>& findings :
         {pain_findings(view, score.drop, score.best_drop), safety_findings(view),
          reassessment_findings(view), cost_findings(view)}) {
        for (LostMarks finding : findings) {
            double& left = score.parts[static_cast<std::size_t>(finding.part)];
            finding.marks = std::min(finding.marks, left);
            left -= finding.marks;
            if (finding.marks > 0) {
                score.lost.push_back(std::move(finding));
            }
        }
    }
    for (const double part : score.parts) {
        score.total += part;
    }
    std::ranges::stable_sort(score.lost, std::greater{}, &LostMarks::marks);
    return score;
}

} // namespace tactus::care
