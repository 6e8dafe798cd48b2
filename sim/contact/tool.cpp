#include "sim/contact/tool.hpp"

#include <array>

namespace tactus::contact {

namespace {

constexpr std::array<std::string_view, tool_kind_count> names = {"palm", "thumb"};

} // namespace

std::string_view tool_name(ToolKind kind) { return names[static_cast<std::size_t>(kind)]; }

std::optional<ToolKind> tool_named(std::string_view name) {
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (names[k] == name) {
            return static_cast<ToolKind>(k);
        }
    }
    return std::nullopt;
}

} // namespace tactus::contact
