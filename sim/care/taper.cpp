#include "sim/care/taper.hpp"

#include "sim/care/care_data.hpp"

namespace tactus::care {

std::optional<int> taper_day(const Course& course) {
    const auto span = static_cast<std::size_t>(plateau_days);
    for (std::size_t day = 0; day < course.days.size(); ++day) {
        const bool low = course.days[day].pain <= taper_pain;
        const bool flat = day >= span && course.days[day - span].pain - course.days[day].pain <
                                             plateau_points_a_week * plateau_days / days_a_week;
        if (low || flat) {
            return static_cast<int>(day);
        }
    }
    return std::nullopt;
}

std::vector<std::size_t> untapered_visits(const Plan& plan, const Course& course) {
    std::vector<std::size_t> close;
    const std::optional<int> taper = taper_day(course);
    for (std::size_t k = 1; taper && k < plan.visits.size(); ++k) {
        if (plan.visits[k].day > *taper && plan.visits[k].day - plan.visits[k - 1].day < taper_gap_days) {
            close.push_back(k);
        }
    }
    return close;
}

} // namespace tactus::care
