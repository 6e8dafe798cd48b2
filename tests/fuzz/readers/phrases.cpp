/// What clients say, on the table and on coming back.

#include "sim/client/phrases.hpp"

#include "sim/care/return_words.hpp"
#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

void read_phrases(Bytes bytes) {
    const auto phrases = accepted([&] { return client::parse_phrases(text_of(bytes), "phrases.toml"); });
    if (phrases) {
        for (const std::string_view id : client::phrase_ids()) {
            promise(!phrases->sentence(id, 7.5F).empty(), "there is a sentence for all that can be said");
        }
    }
}

void read_return_words(Bytes bytes) {
    const auto words = accepted([&] { return care::parse_return_words(text_of(bytes), "weeks.toml"); });
    if (words) {
        care::ReturnStates states;
        states.fill(5.0);
        care::words_on_return(*words, states);
    }
}

} // namespace tactus::fuzz
