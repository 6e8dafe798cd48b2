#pragma once
/// Whether a client is treated or referred, and how soon (facts 5.0, urgency codes).

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tactus::client {

/// From the most urgent to none; neighbours are one step apart in the mark of a decision.
enum class Urgency : std::uint8_t {
    emergency, ///< E0: stop, call emergency services now, stay with the client
    same_day,  ///< E1: no massage, a doctor today
    days,      ///< E2: no massage of that complaint until a doctor or physiotherapist has seen it
    clearance, ///< E3: written clearance first, then adapt
    treat,     ///< OK: adapt and treat
};

inline constexpr int urgency_count = 5;

/// "E0" .. "E3", "OK": the code of files and cards.
std::string_view urgency_code(Urgency urgency);

/// What the therapist does, as the screen says it: "Call emergency services now and stay with the client".
std::string_view urgency_words(Urgency urgency);

std::optional<Urgency> urgency_coded(std::string_view code);

/// Marks of a decision: 100 less 25 for each step too careless and half as much for each step too careful
/// (facts 5.5). Pure.
double decision_marks(Urgency chosen, Urgency right);

/// Steps by which the choice is too careless; 0 when it is right or too careful. Two or more fail a case.
int under_referral(Urgency chosen, Urgency right);

} // namespace tactus::client
