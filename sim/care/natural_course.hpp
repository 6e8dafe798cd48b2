#pragma once
/// How pain goes over the days without hands on it (facts 6.4): healing, flare-ups, a cause that nobody
/// mends.

#include "sim/care/plan.hpp"

#include <optional>
#include <span>

namespace tactus::care {

/// Points of 0-10 that are left of `pain` on that day: a fresh strain heals with a tau of 10 days, a chronic
/// problem stays. Pure.
double untreated_pain(const Problem& problem, double pain, double day);

/// Points that the cause has added by that day, 0.3 a week until the day on which home advice was given. What
/// has come by then stays. Pure.
double cause_pain(const Problem& problem, double day, std::optional<double> advice_day);

/// Points that flare-ups add on that day: 2 each when they begin, fading with a tau of 5 days. Pure.
double flare_pain(std::span<const double> flare_days, double day);

/// The score of the Roland-Morris questionnaire that goes with so much pain: 0 well .. 24. 2 points are felt.
/// Pure.
double function_score(double pain);

} // namespace tactus::care
