#pragma once
/// Up to one second of input frames as compressed bytes.

#include "sim/session/input_frame.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tactus::replay {

inline constexpr std::size_t frames_a_block = 240;

/// Each channel as the bits that changed since the step before, split by byte, then zstd: a hand that moves
/// evenly costs about a byte a channel.
std::vector<std::uint8_t> compress_frames(std::span<const session::InputFrame> frames);

/// Throws UserError when the block is damaged, holds more than frames_a_block frames, or a value that no
/// device could have given (not finite, an unknown tool or event).
std::vector<session::InputFrame> expand_frames(std::span<const std::uint8_t> block, const std::string& name);

} // namespace tactus::replay
