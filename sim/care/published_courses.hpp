#pragma once
/// The table of facts 6.4: six plans and the pain that the model was published with, to hold the code
/// against.

#include "sim/care/plan.hpp"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace tactus::care {

/// So many visits a week of one length, then perhaps weekly ones: the trials' way of writing a plan.
struct Schedule {
    double minutes;
    int visits_a_week;
    int weeks;
    int weekly_after = 0; ///< visits, the first a week after the weeks are over
    double quality = 1;
};

/// The days of facts 6.4: twice a week is every 3.5 days, three times are days 0, 2 and 4.5. Pure.
std::vector<Visit> visits_of(const Schedule& schedule);

/// A chronic problem without a cause, treated by that schedule and followed for so many weeks. Pure.
Plan plan_of(const Schedule& schedule, double weeks);

inline constexpr std::array<double, 8> published_days{0, 7, 14, 28, 35, 70, 84, 182};

struct PublishedCourse {
    std::string_view name;
    Schedule schedule;
    std::array<double, published_days.size()> pain; ///< after the visit, if that day has one
};

/// P0 of the table.
inline constexpr double published_pain = 5.7;

std::span<const PublishedCourse> published_courses();

/// The same figures by the model, for the mean client. Pure.
std::array<double, published_days.size()> modelled_pain(const Schedule& schedule);

} // namespace tactus::care
