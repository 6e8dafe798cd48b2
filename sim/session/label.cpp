#include "sim/session/label.hpp"

#include <algorithm>

namespace tactus::session {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    const std::size_t end = text.find_last_not_of(" \t");
    return begin == std::string_view::npos ? "" : text.substr(begin, end - begin + 1);
}

} // namespace

Label read_label(std::string_view text) {
    text = trimmed(text);
    const std::size_t blank = std::min(text.find(' '), text.size());
    Label label{.product = contact::product_named(text.substr(0, blank)), .ingredients = {}};
    text.remove_prefix(blank);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        if (const std::string_view name = trimmed(text.substr(0, end)); !name.empty()) {
            label.ingredients.emplace_back(name);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return label;
}

} // namespace tactus::session
