#include "sim/care/best_plan.hpp"

#include "sim/care/care_data.hpp"
#include "sim/care/taper.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace tactus::care {
namespace {

constexpr std::array<double, 7> gaps_days{2, 3, 4, 5, 7, 10, 14};

using Gaps = std::vector<std::size_t>; ///< indices of gaps_days, never falling

/// The next in order; false after the last.
bool next(Gaps& gaps) {
    const auto last_to_grow =
        std::find_if(gaps.rbegin(), gaps.rend(), [](std::size_t gap) { return gap + 1 < gaps_days.size(); });
    if (last_to_grow == gaps.rend()) {
        return false;
    }
    std::fill(gaps.rbegin(), last_to_grow + 1, *last_to_grow + 1);
    return true;
}

double mean_quality(const Plan& plan) {
    const double sum =
        std::accumulate(plan.visits.begin(), plan.visits.end(), 0.0,
                        [](double so_far, const Visit& visit) { return so_far + visit.quality; });
    return plan.visits.empty() ? 1 : sum / static_cast<double>(plan.visits.size());
}

/// What a mean day hurts.
double mean_pain(const Course& course) {
    return std::accumulate(course.days.begin(), course.days.end(), 0.0,
                           [](double sum, const Day& day) { return sum + day.pain; }) /
           static_cast<double>(course.days.size());
}

/// So many visits, all on day 0 yet.
Plan plan_of(std::size_t visits, const Plan& plan, const Person& person) {
    Plan made = without_visits(plan);
    made.name = "the best six hours";
    made.refer_after_days = refer_after_days;
    // Gentle work harms nobody, and by the model (and Cherkin 2011) no other kind does more good.
    Visit visit{.quality = mean_quality(plan)};
    visit.minutes[static_cast<std::size_t>(Technique::gentle)] =
        person.longest_visit_min > 0 ? std::min<double>(full_visit_min, person.longest_visit_min)
                                     : full_visit_min.value;
    made.visits.assign(visits, visit);
    made.visits.front().home_advice = true;
    made.visits[std::min(visits, static_cast<std::size_t>(first_reassessment_visit)) - 1].reassess = true;
    made.visits.back().reassess = true;
    return made;
}

} // namespace

Plan best_plan(const Plan& plan, const Person& person) {
    Plan best;
    double least_pain = std::numeric_limits<double>::infinity();
    for (std::size_t visits = 1; visits <= static_cast<std::size_t>(plan_visits); ++visits) {
        Plan tried = plan_of(visits, plan, person);
        Gaps gaps(visits - 1, 0);
        do {
            for (std::size_t k = 0; k < gaps.size(); ++k) {
                tried.visits[k + 1].day = tried.visits[k].day + gaps_days[gaps[k]];
            }
            if (tried.visits.back().day > plan.weeks * days_a_week) {
                continue;
            }
            const Course course = follow(tried, person, {});
            const double pain = mean_pain(course);
            if (pain < least_pain && untapered_visits(tried, course).empty()) {
                least_pain = pain;
                best = tried;
            }
        } while (next(gaps));
    }
    return best;
}

} // namespace tactus::care
