#include "sim/care/plan.hpp"

#include <numeric>

namespace tactus::care {

double Visit::length_min() const { return std::accumulate(minutes.begin(), minutes.end(), 0.0); }

double Visit::minutes_of(Technique technique) const { return minutes[static_cast<std::size_t>(technique)]; }

double Plan::length_min() const {
    return std::accumulate(visits.begin(), visits.end(), 0.0,
                           [](double sum, const Visit& visit) { return sum + visit.length_min(); });
}

} // namespace tactus::care
