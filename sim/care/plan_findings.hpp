#pragma once
/// What each part of a plan's score finds. A part never takes more marks than it has: the later findings of a
/// part cost what is left.

#include "sim/care/plan_score.hpp"

#include <vector>

namespace tactus::care {

/// The plan and its courses, as the parts look at them.
struct PlanView {
    const Plan& plan;
    const Person& person;
    const Course& expected; ///< of the mean client
    const Course& held;     ///< as it went
    const Plan& best;
};

/// What is missing to the best plan's drop, with the one change that would gain most.
std::vector<LostMarks> pain_findings(const PlanView& view, double drop, double best_drop);

/// Of a client who is to be referred before any massage: whatever was planned, all marks are lost.
LostMarks referral_first(const Plan& plan);

/// Harm, guarding, likely soreness, deep work on sore muscles, a healing strain worked too hard, what the
/// condition does not bear, no referral.
std::vector<LostMarks> safety_findings(const PlanView& view);

/// The first reassessment at visit 3 or 4, then one every four weeks.
std::vector<LostMarks> reassessment_findings(const PlanView& view);

/// Minutes beyond six hours, visits that could have come farther apart.
std::vector<LostMarks> cost_findings(const PlanView& view);

} // namespace tactus::care
