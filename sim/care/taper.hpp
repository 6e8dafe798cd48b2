#pragma once
/// When visits may come farther apart (facts 6.4): pain is low, or it does not fall any more.

#include "sim/care/course.hpp"

#include <optional>
#include <vector>

namespace tactus::care {

/// The first day with a pain of 3 and less, or on which it has fallen by less than 0.3 a week over two weeks.
std::optional<int> taper_day(const Course& course);

/// Indices of the visits that come after that day and less than 10 days after the one before.
std::vector<std::size_t> untapered_visits(const Plan& plan, const Course& course);

} // namespace tactus::care
