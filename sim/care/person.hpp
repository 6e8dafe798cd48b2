#pragma once
/// The client as weeks of care know them.

#include "sim/care/plan.hpp"
#include "sim/client/client.hpp"

#include <string>

namespace tactus::care {

struct Person {
    std::string name;
    double pain = 2;             ///< 0-10 at the first visit
    double threshold_factor = 1; ///< on every pain threshold
    double guard_discomfort = 7.5;
    double soreness_factor = 1;   ///< S of facts 5.4: how easily this client gets sore
    double longest_visit_min = 0; ///< that the condition bears; 0 = no such limit
    bool treatable = true;        ///< false: what the client reports is to be referred before any massage
};

/// The client who has that problem: what the plan says of pain and soreness goes before what the client
/// brings. Pure.
inline Person person_of(const client::Client& client, const Problem& problem) {
    return {.name = client.name,
            .pain = problem.pain.value_or(static_cast<double>(client.complaint_now)),
            .threshold_factor = static_cast<double>(client.response.ppt_factor),
            .guard_discomfort = static_cast<double>(client.response.guard_threshold),
            .soreness_factor =
                problem.soreness_factor.value_or(static_cast<double>(client.condition.soreness_factor)),
            .longest_visit_min = client.condition.scope == client::Scope::open
                                     ? 0
                                     : static_cast<double>(client.condition.longest_min),
            .treatable = client.condition.decision.urgency >= client::Urgency::clearance};
}

} // namespace tactus::care
