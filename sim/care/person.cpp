#include "sim/care/person.hpp"

#include <algorithm>
#include <string_view>

namespace tactus::care {
namespace {

/// What a ban calls the techniques of a plan; gentle and Swedish work are never banned as such.
constexpr std::array<std::string_view, technique_count> banned_as{"", "", "stripping",
                                                                  "trigger_point_release"};

std::array<std::string, technique_count> banned_by(const client::Condition& condition) {
    std::array<std::string, technique_count> why;
    for (const client::TechniqueBan& ban : condition.bans) {
        for (std::size_t k = 0; k < technique_count; ++k) {
            if (ban.place == "ANY" &&
                std::ranges::find(ban.techniques, banned_as[k]) != ban.techniques.end()) {
                why[k] = ban.why;
            }
        }
    }
    return why;
}

} // namespace

Person person_of(const client::Client& client, const Problem& problem) {
    const client::Condition& condition = client.condition;
    return {.name = client.name,
            .pain = problem.pain.value_or(static_cast<double>(client.complaint_now)),
            .threshold_factor = static_cast<double>(client.response.ppt_factor),
            .guard_discomfort = static_cast<double>(client.response.guard_threshold),
            .soreness_factor =
                problem.soreness_factor.value_or(static_cast<double>(condition.soreness_factor)),
            .longest_visit_min =
                condition.scope == client::Scope::open ? 0 : static_cast<double>(condition.longest_min),
            .banned = banned_by(condition),
            .treatable = condition.decision.urgency >= client::Urgency::clearance};
}

} // namespace tactus::care
