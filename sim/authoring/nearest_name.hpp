#pragma once
/// What a mistyped name was probably meant to be.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tactus::authoring {

/// Levenshtein distance in single-character insertions, deletions and substitutions. Pure.
int edit_distance(std::string_view a, std::string_view b);

/// The candidate with the smallest edit distance, if that is at most a third of the longer name (at least 2).
/// The first of equals. Pure.
std::optional<std::string> nearest_name(std::string_view name, std::span<const std::string> candidates);

} // namespace tactus::authoring
