#pragma once
/// BLAKE2b, the checksum that closes a recording.

#include <array>
#include <cstdint>
#include <span>

namespace tactus::replay {

inline constexpr std::size_t digest_bytes = 32;
using Digest = std::array<std::uint8_t, digest_bytes>;

/// BLAKE2b-256 of the bytes.
Digest blake2b(std::span<const std::uint8_t> bytes);

} // namespace tactus::replay
