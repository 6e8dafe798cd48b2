#include "sim/care/published_courses.hpp"

#include "sim/care/course.hpp"

#include <algorithm>

namespace tactus::care {
namespace {

constexpr auto week_days = static_cast<int>(days_a_week);

std::span<const double> days_of_week(int visits) {
    static constexpr std::array<double, 1> once{0};
    static constexpr std::array<double, 2> twice{0, 3.5};
    static constexpr std::array<double, 3> thrice{0, 2, 4.5};
    return visits == 1   ? std::span<const double>(once)
           : visits == 2 ? std::span<const double>(twice)
                         : std::span<const double>(thrice);
}

} // namespace

std::vector<Visit> visits_of(const Schedule& schedule) {
    std::vector<Visit> visits;
    const auto add = [&](double day) {
        Visit visit{.day = day, .quality = schedule.quality};
        visit.minutes[static_cast<std::size_t>(Technique::gentle)] = schedule.minutes;
        visits.push_back(visit);
    };
    for (int week = 0; week < schedule.weeks; ++week) {
        for (const double day : days_of_week(schedule.visits_a_week)) {
            add(week * week_days + day);
        }
    }
    for (int k = 1; k <= schedule.weekly_after; ++k) {
        add((schedule.weeks + k) * week_days);
    }
    return visits;
}

Plan plan_of(const Schedule& schedule, double weeks) {
    Plan plan{.weeks = weeks};
    plan.visits = visits_of(schedule);
    return plan;
}

std::span<const PublishedCourse> published_courses() {
    static constexpr std::array<PublishedCourse, 6> courses{{
        {"60 min weekly x10", {60, 1, 10}, {4.38, 3.93, 3.73, 3.50, 3.42, 4.21, 4.76, 5.17}},
        {"60 x 2/wk, 4 wk", {60, 2, 4}, {4.38, 3.40, 3.06, 3.60, 4.39, 4.97, 5.02, 5.28}},
        {"60 x 3/wk, 4 wk", {60, 3, 4}, {4.38, 2.99, 2.60, 3.00, 4.04, 4.80, 4.86, 5.19}},
        {"30 x 2/wk, 4 wk", {30, 2, 4}, {5.26, 4.84, 4.65, 4.82, 5.15, 5.39, 5.41, 5.52}},
        {"60 x 2/wk 4 wk, then weekly x6", {60, 2, 4, 6}, {4.38, 3.40, 3.06, 3.60, 3.31, 3.08, 4.48, 5.08}},
        {"weekly x10, Q 0.5", {60, 1, 10, 0, 0.5}, {5.04, 4.78, 4.65, 4.50, 4.44, 4.81, 5.11, 5.37}},
    }};
    return courses;
}

std::array<double, published_days.size()> modelled_pain(const Schedule& schedule) {
    const Plan plan = plan_of(schedule, published_days.back() / week_days);
    const Course course = follow(plan, Person{.pain = published_pain}, {});
    std::array<double, published_days.size()> pain{};
    std::ranges::transform(published_days, pain.begin(), [&](double day) {
        const auto held = std::ranges::find_if(
            course.visits, [&](const HeldVisit& visit) { return plan.visits[visit.visit].day == day; });
        return held == course.visits.end() ? course.days[static_cast<std::size_t>(day)].pain
                                           : held->pain_after;
    });
    return pain;
}

} // namespace tactus::care
