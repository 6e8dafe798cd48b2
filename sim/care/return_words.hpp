#pragma once
/// What a client says on coming to a visit, and why: rules of assets/phrases/weeks.toml, each a state of the
/// course with the threshold that makes the client say it. No line is said for another reason.

#include "sim/client/phrases.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::care {

/// The states that can make a client speak. All in points of 0-10.
enum class ReturnState : std::uint8_t {
    pain,           ///< as it is told today
    pain_change,    ///< since it was told at the visit before; below 0 = better
    soreness_worst, ///< in the worst hour since the visit before
    soreness_now,
    flare, ///< that flare-ups add today
};

inline constexpr std::array<std::string_view, 5> return_state_names{"pain", "pain_change", "soreness_worst",
                                                                    "soreness_now", "flare"};

/// One value a state; at the first visit nothing lies before it.
using ReturnStates = std::array<std::optional<double>, return_state_names.size()>;

/// One sentence and when it is said.
struct ReturnRule {
    std::string phrase; ///< "sore_for_a_day"
    std::string about;  ///< of the rules about one thing the first that holds is said
    ReturnState state = ReturnState::pain;
    bool at_most = false; ///< said at or below the threshold; else at or above it
    double threshold = 0;
};

struct ReturnWords {
    std::vector<ReturnRule> rules;
    client::Phrases phrases;
};

/// Something said, with its cause.
struct Said {
    std::string phrase;
    std::string_view state;
    double value = 0;
    double threshold = 0;
    std::string words;
};

/// At most one sentence about each thing, in the order of the rules. Pure.
std::vector<Said> words_on_return(const ReturnWords& words, const ReturnStates& states);

/// Throws UserError with every complaint: an unknown state, no threshold or two, a phrase that stands twice.
ReturnWords parse_return_words(std::string_view toml, std::string_view name);

/// The same from a file. Throws UserError also when it cannot be read.
ReturnWords read_return_words(const std::filesystem::path& file);

} // namespace tactus::care
