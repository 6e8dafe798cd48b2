#pragma once
/// Half-precision floats, as maps for the GPU hold them.

#include <array>
#include <bit>
#include <cstdint>

namespace tactus::render {

/// Four half-precision floats.
using Half4 = std::array<std::uint16_t, 4>;

/// The half of a float of size below 4; smaller than 2^-14 becomes 0.
inline std::uint16_t to_half(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = (bits >> 16U) & 0x8000U;
    const std::uint32_t size = bits & 0x7fffffffU;
    const std::uint32_t half = (size - 0x38000000U + 0x1000U) >> 13U;
    return static_cast<std::uint16_t>(sign | (size < 0x38800000U ? 0U : half));
}

} // namespace tactus::render
