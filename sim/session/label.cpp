#include "sim/session/label.hpp"

#include "sim/authoring/trimmed.hpp"

#include <algorithm>

namespace tactus::session {
namespace {

using authoring::trimmed;

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
