#include "sim/scoring/score.hpp"

namespace tactus::scoring {

std::string_view group_name(Group group) {
    constexpr std::array<std::string_view, group_count> names{"pressure", "flow",          "targeting",
                                                              "safety",   "communication", "sequence"};
    return names[static_cast<std::size_t>(group)];
}

} // namespace tactus::scoring
