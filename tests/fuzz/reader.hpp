#pragma once
/// Readers of bytes that somebody else made, each as one function for the fuzzer and for the replay of its
/// corpus.

#include "sim/authoring/user_error.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tactus::fuzz {

using Bytes = std::span<const std::uint8_t>;

/// Gives the bytes to one reader and holds what comes out against what the reader promises. Returns for
/// whatever bytes; ends the program with a sentence when a promise is broken.
struct Reader {
    std::string_view name; ///< its corpus lies in corpus/NAME
    void (*read)(Bytes bytes);
};

/// All of them, by name.
std::span<const Reader> readers();

/// Ends the program, saying what was promised, unless it holds.
void promise(bool holds, std::string_view what);

/// A refusal is one sentence a complaint: says where and what, on one line that a terminal can print.
void promise_sentences(const UserError& error);

/// What `read` returns; nullopt when it refuses its input as something that a user can mend. No other
/// exception passes for a refusal.
template <class Read> auto accepted(Read read) -> std::optional<decltype(read())> {
    try {
        return read();
    } catch (const UserError& error) {
        promise_sentences(error);
        return std::nullopt;
    }
}

inline std::string_view text_of(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace tactus::fuzz
