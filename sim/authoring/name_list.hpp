#pragma once
/// Names in a sentence.

#include <ranges>
#include <string>
#include <string_view>

namespace tactus::authoring {

/// "oil, lotion, gel": any range of names, in its order. Pure.
template <std::ranges::input_range Names> std::string name_list(const Names& names) {
    std::string list;
    for (const std::string_view name : names) {
        list.append(list.empty() ? "" : ", ").append(name);
    }
    return list;
}

} // namespace tactus::authoring
