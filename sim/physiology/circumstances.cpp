#include "sim/physiology/circumstances.hpp"

#include <cctype>

namespace tactus::physiology {
namespace {

bool same_word(std::string_view a, std::string_view b) {
    return std::ranges::equal(
        a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

} // namespace

bool any_banned(const client::Condition& condition, std::span<const std::string> inci_names) {
    return std::ranges::any_of(inci_names, [&](const std::string& one) {
        return std::ranges::any_of(condition.banned_ingredients,
                                   [&](const std::string& banned) { return same_word(one, banned); });
    });
}

} // namespace tactus::physiology
