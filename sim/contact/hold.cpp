#include "sim/contact/hold.hpp"

#include <algorithm>

namespace tactus::contact {

namespace {

constexpr std::array<std::string_view, hold_count> all_holds{"none", "occiput", "shoulder", "scapula",
                                                             "iliac_crest"};

} // namespace

std::string_view hold_name(Hold hold) { return all_holds[static_cast<std::size_t>(hold)]; }

std::optional<Hold> hold_named(std::string_view name) {
    const auto* const found = std::ranges::find(all_holds, name);
    return found == all_holds.end() ? std::nullopt
                                    : std::optional(static_cast<Hold>(found - all_holds.begin()));
}

std::string hold_words(Hold hold) {
    std::string words(hold_name(hold));
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::span<const std::string_view, hold_count> hold_names() { return all_holds; }

} // namespace tactus::contact
