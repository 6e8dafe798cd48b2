#pragma once
/// The stop word that is agreed before a session: when a client says it. Design values: pain that is told once
/// ("too much", facts 2.1: 8 of 10) and goes on.

namespace tactus::client {

inline constexpr float stop_word_discomfort = 8;
inline constexpr float stop_word_after_s = 3; ///< of that discomfort without a break

} // namespace tactus::client
