#include "sim/authoring/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace tactus::authoring {

bool is_utf8(std::string_view text) {
    // The least code point that may be written with so many bytes behind the first.
    constexpr std::array<std::uint32_t, 4> least{0, 0x80, 0x800, 0x10000};
    constexpr std::uint32_t most = 0x10FFFF;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at++]);
        if (first < 0x80) {
            continue;
        }
        const std::size_t behind = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        if (first < 0xC2 || first > 0xF4 || behind > text.size() - at) {
            return false;
        }
        std::uint32_t point = first & (0x3FU >> behind);
        for (std::size_t k = 0; k < behind; ++k) {
            const auto next = static_cast<unsigned char>(text[at++]);
            if ((next & 0xC0U) != 0x80) {
                return false;
            }
            point = (point << 6U) | (next & 0x3FU);
        }
        if (point < least[behind] || point > most || (point >= 0xD800 && point <= 0xDFFF)) {
            return false;
        }
    }
    return true;
}

} // namespace tactus::authoring
