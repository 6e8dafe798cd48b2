#pragma once
/// How the client lies and what was prepared, as far as the body answers to it.

#include "sim/client/condition.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::physiology {

struct Circumstances {
    std::string position = "prone"; ///< of client::positions()
    std::vector<std::string> prepared;
    bool banned_product = false; ///< on the hands: it holds something that the client does not bear

    [[nodiscard]] bool face_down() const { return position.starts_with("prone"); }

    /// Half sitting counts: the gullet runs downhill.
    [[nodiscard]] bool head_raised() const {
        return position == "prone_head_raised" || position == "semi_reclined" || position == "seated" ||
               position == "left_side_lying";
    }

    template <class Put> void visit(Put put) const {
        for (const bool value : {face_down(), head_raised(), has("bag_check"), banned_product}) {
            put(value ? 1.0F : 0.0F);
        }
    }

    [[nodiscard]] bool has(std::string_view adaptation) const {
        return std::ranges::find(prepared, adaptation) != prepared.end();
    }
};

/// True when one of the ingredients is banned, letter case aside. Pure.
bool any_banned(const client::Condition& condition, std::span<const std::string> inci_names);

} // namespace tactus::physiology
