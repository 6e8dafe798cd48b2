#pragma once
/// The client as weeks of care know them.

#include "sim/care/plan.hpp"
#include "sim/client/client.hpp"

#include <array>
#include <string>

namespace tactus::care {

struct Person {
    std::string name;
    double pain = 2;             ///< 0-10 at the first visit
    double threshold_factor = 1; ///< on every pain threshold
    double guard_discomfort = 7.5;
    double soreness_factor = 1;   ///< S of facts 5.4: how easily this client gets sore
    double longest_visit_min = 0; ///< that the condition bears; 0 = no such limit
    /// Why the condition bans a technique wherever it is done; empty = allowed.
    std::array<std::string, technique_count> banned;
    bool treatable = true; ///< false: what the client reports is to be referred before any massage
};

/// The client who has that problem: what the plan says of pain and soreness goes before what the client
/// brings. A ban at one place is none here, since a plan does not say where it works. Pure.
Person person_of(const client::Client& client, const Problem& problem);

} // namespace tactus::care
