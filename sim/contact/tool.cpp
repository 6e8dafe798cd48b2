#include "sim/contact/tool.hpp"

#include <algorithm>
#include <array>

namespace tactus::contact {

namespace {

struct Row {
    std::string_view name;
    Breadth breadth;
};

constexpr std::array<Row, tool_kind_count> rows{{
    {"palm", Breadth::broad},
    {"thumb", Breadth::narrow},
    {"reinforced_palm", Breadth::broad},
    {"heel", Breadth::broad},
    {"stacked_thumbs", Breadth::narrow},
    {"fingertips", Breadth::ridge},
    {"knuckles", Breadth::ridge},
    {"fist", Breadth::broad},
    {"forearm", Breadth::broad},
    {"elbow", Breadth::narrow},
    {"pincer", Breadth::ridge},
    {"ulnar_border", Breadth::ridge},
    {"cupped_hand", Breadth::broad},
}};

constexpr std::array<std::string_view, tool_kind_count> all_tools = [] {
    std::array<std::string_view, tool_kind_count> list;
    for (std::size_t k = 0; k < list.size(); ++k) {
        list[k] = rows[k].name;
    }
    return list;
}();

} // namespace

std::string_view tool_name(ToolKind kind) { return all_tools[static_cast<std::size_t>(kind)]; }

std::span<const std::string_view, tool_kind_count> tool_names() { return all_tools; }

Breadth breadth(ToolKind kind) { return rows[static_cast<std::size_t>(kind)].breadth; }

std::string tool_words(ToolKind kind) {
    std::string words(tool_name(kind));
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::optional<ToolKind> tool_named(std::string_view name) {
    for (std::size_t k = 0; k < all_tools.size(); ++k) {
        if (all_tools[k] == name) {
            return static_cast<ToolKind>(k);
        }
    }
    return std::nullopt;
}

} // namespace tactus::contact
