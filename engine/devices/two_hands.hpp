#pragma once
/// Two hands from one device: by which rule the second hand follows the first.

#include "engine/devices/hand_target.hpp"

#include <string_view>

namespace tactus::devices {

enum class HandRule {
    right,       ///< the right hand alone
    left,        ///< the left hand alone
    mirrored,    ///< both, the second across the spine from the first; on the far shoulder of a led head
    alternating, ///< hand over hand: each press is the other hand's
    opposing,    ///< wringing: the second, a hand's breadth below, goes across the other way
    reinforced,  ///< one hand on top of the other, as one tool
};

/// "right hand", "left hand", "both, mirrored", ...: the words on the screen.
std::string_view rule_words(HandRule rule);

/// The rule after `rule` in the order of the L key.
HandRule next_rule(HandRule rule);

/// The tool with the other hand laid on it (palm, thumb); itself where there is none.
contact::ToolKind reinforced_tool(contact::ToolKind tool);

/// Places the second hand. State: whose turn it is. No clock, no device.
class TwoHands {
public:
    explicit TwoHands(HandRule rule = HandRule::right) : rule_(rule) {}

    [[nodiscard]] HandRule rule() const { return rule_; }

    void set_rule(HandRule rule) { rule_ = rule; }

    /// Both hands for where the device's one hand is; nullopt = it is away.
    HandTargets place(const std::optional<HandTarget>& lead);

private:
    HandRule rule_;
    contact::Side turn_ = contact::Side::right; ///< of hand over hand
    contact::Side side_ = contact::Side::right; ///< the opposing hand that follows the device
    bool was_pressing_ = false;
};

} // namespace tactus::devices
