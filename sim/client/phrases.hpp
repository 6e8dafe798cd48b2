#pragma once
/// The sentences of a client: phrase id -> words, in one language (assets/phrases/english.toml).

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::client {

/// Phrase ids with their sentences. "{value}" in a sentence stands for the number of the utterance.
struct Phrases {
    std::map<std::string, std::string, std::less<>> sentences;

    /// The sentence with "{value}" replaced by `value` rounded to a whole number; the id itself when there is
    /// none.
    [[nodiscard]] std::string sentence(std::string_view id, float value) const;
};

/// Every id that physiology can utter; a phrase file must have all of them.
std::vector<std::string_view> phrase_ids();

/// Throws UserError with every complaint: a missing or empty sentence, an unknown id.
Phrases parse_phrases(std::string_view toml, std::string_view name);

/// The same from a file. Throws UserError also when it cannot be read.
Phrases read_phrases(const std::filesystem::path& file);

} // namespace tactus::client
