#pragma once
/// The course of a plan day by day: pain and function, soreness after visits, what the client brings to the
/// next.

#include "sim/care/fortune.hpp"
#include "sim/care/person.hpp"
#include "sim/care/plan.hpp"
#include "sim/care/return_words.hpp"
#include "sim/care/visit_load.hpp"

#include <optional>
#include <vector>

namespace tactus::care {

/// One day, before the visit that it may have.
struct Day {
    double pain = 0;     ///< 0-10, soreness and flare-ups included
    double told = 0;     ///< the same as the client tells it today
    double function = 0; ///< Roland-Morris, 0-24
    double soreness = 0; ///< points of 0-10
    double flare = 0;    ///< points that flare-ups add
};

/// A visit as it went.
struct HeldVisit {
    std::size_t visit = 0; ///< index in the plan
    Day before;            ///< as the client came
    double pain_after = 0; ///< as the client left: today's work makes sore only later
    VisitLoad load;
    Harm harm = Harm::none;
    bool sore = false; ///< the client will be
    ReturnStates states;
};

struct Course {
    std::vector<Day> days; ///< day 0 to the last, both included
    std::vector<HeldVisit> visits;
    /// A reassessment found no change on that day: the client was referred and no visit came after.
    std::optional<double> referred_day;
    /// The reassessment or later visit at which nothing had changed after four weeks, whether it was seen or
    /// not.
    std::optional<double> unchanged_day;
};

/// The plan carried out on the person. A pure function of its arguments; any thread.
Course follow(const Plan& plan, const Person& person, const Fortune& fortune);

/// Points of 0-10 by which `course` lies below the same weeks without a visit, on the mean day. Both as
/// followed with the same person and fortune.
double mean_drop(const Course& course, const Course& untreated);

/// The same plan without its visits. Pure.
Plan without_visits(const Plan& plan);

} // namespace tactus::care
