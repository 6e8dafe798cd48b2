#include "sim/authoring/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tactus::authoring {

namespace {

template <class Number> std::string shortest(Number value) {
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

} // namespace

std::string number_text(double value) { return shortest(value); }

std::string number_text(float value) { return shortest(value); }

std::string outside_text(Range range) {
    if (std::isinf(range.low)) {
        return "above " + number_text(range.high);
    }
    if (std::isinf(range.high)) {
        return "below " + number_text(range.low);
    }
    return "outside " + number_text(range.low) + " to " + number_text(range.high);
}

double harmless(Range range) { return std::min(range.high, std::max(range.low, 0.0)); }

std::string quoted_text(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string quoted = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            quoted += "\\u00";
            quoted += digits[byte >> 4U];
            quoted += digits[byte & 15U];
        } else {
            quoted += c;
        }
    }
    return quoted + "\"";
}

} // namespace tactus::authoring
