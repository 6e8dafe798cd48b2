#pragma once
/// How a visit feels to this client and how sore it can leave them. Techniques are done with their usual
/// forces: who has lower thresholds, or comes sore, feels more.

#include "sim/care/person.hpp"
#include "sim/care/plan.hpp"

namespace tactus::care {

struct VisitLoad {
    double strongest = 0;          ///< discomfort of the strongest moment, 0-10
    double overload_point_min = 0; ///< X of facts 6.5
    double soreness_chance = 0;
    double worst_soreness = 0; ///< points of 0-10 at the worst hour, if the client gets sore
};

/// Why a visit harms: then it does no good (Q = 0).
enum class Harm : std::uint8_t {
    none,
    fresh_strain, ///< deep work on a strain of less than four days
    too_much,     ///< a discomfort of 8 and more
};

/// soreness: with which the client comes, points of 0-10. The discomfort of a technique is spread evenly over
/// its band (care_data.hpp). Pure.
VisitLoad load_of(const Visit& visit, const Person& person, double soreness);

/// Age of the problem on the day of the visit, and whether the visit works deeply. Pure.
double problem_age_days(const Visit& visit, const Problem& problem);
bool works_deeply(const Visit& visit);

/// Pure.
Harm harm_of(const Visit& visit, const Problem& problem, const VisitLoad& load);

} // namespace tactus::care
