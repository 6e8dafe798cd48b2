#pragma once
/// What names a content: the same bytes have the same digest on every station.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tactus::records {

/// BLAKE2b-128 as 32 hexadecimal digits.
std::string digest_hex(std::span<const std::uint8_t> bytes);
std::string digest_hex(std::string_view text);

/// Of a recording's file without its signature: the same run is the same attempt, whoever signed it. Throws
/// replay::RecordingError: not a whole recording.
std::string recording_digest(std::span<const std::uint8_t> bytes);

} // namespace tactus::records
