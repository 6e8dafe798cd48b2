#include "sim/client/urgency.hpp"

#include <algorithm>

namespace tactus::client {
namespace {

constexpr double marks_a_step = 25;
constexpr double careful_share = 0.5; ///< of that for sending someone on who could have been treated

struct Words {
    std::string_view code;
    std::string_view words;
};

constexpr std::array<Words, urgency_count> urgencies{{
    {"E0", "Stop, call emergency services now and stay with the client"},
    {"E1", "No massage; a doctor or urgent care today"},
    {"E2", "No massage of this complaint until a doctor or physiotherapist has seen it, within days"},
    {"E3", "Written clearance first, then adapt"},
    {"OK", "Adapt and treat"},
}};

const Words& words_of(Urgency urgency) { return urgencies[static_cast<std::size_t>(urgency)]; }

} // namespace

std::string_view urgency_code(Urgency urgency) { return words_of(urgency).code; }

std::string_view urgency_words(Urgency urgency) { return words_of(urgency).words; }

std::optional<Urgency> urgency_coded(std::string_view code) {
    const auto found = std::ranges::find(urgencies, code, &Words::code);
    return found == urgencies.end() ? std::nullopt
                                    : std::optional(static_cast<Urgency>(found - urgencies.begin()));
}

int under_referral(Urgency chosen, Urgency right) {
    return std::max(0, static_cast<int>(chosen) - static_cast<int>(right));
}

double decision_marks(Urgency chosen, Urgency right) {
    const int careless = under_referral(chosen, right);
    const int careful = under_referral(right, chosen);
    return std::max(0.0, 100 - marks_a_step * careless - marks_a_step * careful_share * careful);
}

} // namespace tactus::client
