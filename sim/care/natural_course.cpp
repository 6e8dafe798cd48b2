#include "sim/care/natural_course.hpp"

#include "sim/care/care_data.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>

namespace tactus::care {

double untreated_pain(const Problem& problem, double pain, double day) {
    return problem.onset == Onset::acute ? pain * math::exp(-day / acute_tau_days) : pain;
}

double cause_pain(const Problem& problem, double day, std::optional<double> advice_day) {
    constexpr double week_days = 7;
    const double at_work_days = std::min(day, advice_day.value_or(day));
    return problem.cause == Cause::none ? 0 : cause_points_a_week * at_work_days / week_days;
}

double flare_pain(std::span<const double> flare_days, double day) {
    double points = 0;
    for (const double began : flare_days) {
        points += began <= day ? flare_points * math::exp((began - day) / flare_tau_days) : 0;
    }
    return points;
}

double function_score(double pain) {
    return std::clamp<double>(function_slope * pain - function_offset, 0, worst_function);
}

} // namespace tactus::care
