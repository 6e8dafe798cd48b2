#pragma once
/// How a decision may be told to the client: sentences to choose from (assets/intake/wordings.toml), and what
/// each is worth (facts 5.5). A sentence earns by its reason in the client's own words; one that names an
/// illness or frightens earns nothing, however right the decision is.

#include "sim/client/urgency.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::client {

enum class WordingKind : std::uint8_t {
    reason,    ///< says in the client's language what was noticed and what happens next
    diagnosis, ///< names an illness, which is a doctor's to name
    alarm,     ///< frightens
    vague,     ///< says neither why nor what next
};

inline constexpr int wording_kind_count = 4;

/// What scoring needs of a sentence; recordings carry it with the client.
struct WordingWorth {
    WordingKind kind = WordingKind::vague;
    std::vector<Urgency> fits; ///< the decisions that it tells

    friend bool operator==(const WordingWorth&, const WordingWorth&) = default;
};

struct Wording {
    std::string id;
    std::string says; ///< to the client
    WordingWorth worth;
};

/// nullptr = no such sentence.
const Wording* wording_named(const std::vector<Wording>& wordings, std::string_view id);

/// Those that tell this decision, in order of the file. Pure.
std::vector<Wording> wordings_for(const std::vector<Wording>& wordings, Urgency urgency);

/// "reason", "diagnosis", "alarm", "vague": the words of files.
std::string_view wording_kind_name(WordingKind kind);

/// Throws UserError with every complaint: an unknown code, a sentence twice, a decision that no sentence of
/// kind reason tells.
std::vector<Wording> parse_wordings(std::string_view toml, std::string_view name);

/// The same from a file. Throws UserError also when it cannot be read.
std::vector<Wording> read_wordings(const std::filesystem::path& file);

} // namespace tactus::client
