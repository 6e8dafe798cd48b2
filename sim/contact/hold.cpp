#include "sim/contact/hold.hpp"

#include <algorithm>

namespace tactus::contact {

namespace {

constexpr std::array<std::string_view, hold_count> names{"none", "occiput", "shoulder", "scapula",
                                                         "iliac_crest"};

} // namespace

std::string_view hold_name(Hold hold) { return names[static_cast<std::size_t>(hold)]; }

std::optional<Hold> hold_named(std::string_view name) {
    const auto* const found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Hold>(found - names.begin()));
}

std::string hold_words(Hold hold) {
    std::string words(hold_name(hold));
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::span<const std::string_view, hold_count> hold_names() { return names; }

} // namespace tactus::contact
