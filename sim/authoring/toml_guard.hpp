#pragma once
/// What toml++ must not be given. Its tables are taken down by recursion, and it limits brackets but not
/// dots: a key of a hundred thousand ends the program. A letter beyond ASCII where a blank could stand is
/// undefined behaviour in it (3.3, is_non_ascii_horizontal_whitespace); TOML has none outside of texts and
/// comments.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tactus::authoring {

inline constexpr std::size_t deepest_dotted_key = 100;

struct TomlFault {
    std::size_t line; ///< from 1
    std::string what;
    std::string mend;
};

/// The first of these; nullopt = there is none, and toml++ finds what else is wrong. Pure.
std::optional<TomlFault> toml_fault(std::string_view toml);

} // namespace tactus::authoring
