#pragma once
/// Plans and clients of the tests of care.

#include "sim/care/course.hpp"

#include <vector>

namespace tactus::care {

/// So many minutes of one technique on one day.
inline Visit visit_on(double day, Technique technique, double minutes) {
    Visit visit{.day = day};
    visit.minutes[static_cast<std::size_t>(technique)] = minutes;
    return visit;
}

/// A chronic problem of 5.7 points, treated with an hour of Swedish on each of the days, over eight weeks.
inline Plan hours_on(const std::vector<double>& days) {
    Plan plan{.weeks = 8};
    for (const double day : days) {
        plan.visits.push_back(visit_on(day, Technique::swedish, 60));
    }
    return plan;
}

inline const Person mean_person{.pain = 5.7};

/// Thresholds of facts 5.4 for fibromyalgia.
inline const Person tender_person{.pain = 5.7, .threshold_factor = 0.49, .guard_discomfort = 4.5};

} // namespace tactus::care
