#pragma once
/// What a plan is worth and why (facts 10, "Plan mode"; facts 6.4, "Planner grading"): pain drop against the
/// best plan 40, safety 30, reassessment 15, cost and time 15.

#include "sim/care/course.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::care {

enum class Part : std::uint8_t { pain, safety, reassessment, cost };

inline constexpr std::array<std::string_view, 4> part_names{"pain", "safety", "reassessment", "cost"};

/// Marks that a part has to give.
double marks_of(Part part);

/// One mark lost: what it was, what was asked, how much it cost, on which day, and what to do.
struct LostMarks {
    Part part;
    std::string measure; ///< "soreness_chance"
    std::string what;    ///< one factual sentence
    double value = 0;
    double target = 0;
    std::string unit; ///< "%", "points", "days", "min", "visits", ""
    double marks = 0;
    double day = -1;    ///< of the visit; -1 = the plan as a whole
    std::string advice; ///< one sentence
};

struct PlanScore {
    double total = 0; ///< 0..100
    std::array<double, part_names.size()> parts{};
    std::vector<LostMarks> lost; ///< most costly first
    double drop = 0;             ///< points of 0-10 below the untreated weeks, on the mean day
    double best_drop = 0;        ///< of the best plan
    Plan best;
};

/// Scores the plan for the mean client (no flare-ups, no luck), save for one thing: whether a client who has
/// not changed after four weeks was referred, which `held` tells, the course as it went. A client who is to
/// be referred before any massage scores 0. Deterministic; any thread.
PlanScore score_plan(const Plan& plan, const Person& person, const Course& held);

} // namespace tactus::care
