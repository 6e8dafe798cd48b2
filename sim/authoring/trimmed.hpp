#pragma once
/// Text without the blanks around it.

#include <algorithm>
#include <string_view>

namespace tactus::authoring {

/// Spaces, tabs and the carriage return that a line of another system ends with are blanks. A part of `text`
/// even when nothing is left: whoever knows where `text` stands knows where this does. Pure.
constexpr std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1); // npos + 1 is 0
}

} // namespace tactus::authoring
