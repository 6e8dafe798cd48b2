#include "engine/devices/two_hands.hpp"

namespace tactus::devices {

namespace {

/// A palm's breadth (8.8 cm, forces.md 2.3, ANSUR II) over a back of 45 cm from C7 to the iliac crest.
constexpr float breadth_v = 0.2F;

/// The same hand on the other side of the spine.
HandTarget mirrored(HandTarget hand) {
    hand.u = -hand.u;
    hand.angle_deg = -hand.angle_deg;
    return hand;
}

/// There is one head: while a hand leads it, the other keeps the far shoulder down.
HandTarget beside(const HandTarget& lead) {
    HandTarget hand = mirrored(lead);
    if (hand.hold == contact::Hold::occiput) {
        hand.hold = contact::Hold::shoulder;
        hand.braces = true;
    }
    return hand;
}

} // namespace

std::string_view rule_words(HandRule rule) {
    switch (rule) {
    case HandRule::right:
        return "right hand";
    case HandRule::left:
        return "left hand";
    case HandRule::mirrored:
        return "both, mirrored";
    case HandRule::alternating:
        return "hand over hand";
    case HandRule::opposing:
        return "both, opposing";
    case HandRule::reinforced:
        return "one on the other";
    }
    return "right hand";
}

HandRule next_rule(HandRule rule) {
    return rule == HandRule::reinforced ? HandRule::right : static_cast<HandRule>(static_cast<int>(rule) + 1);
}

contact::ToolKind reinforced_tool(contact::ToolKind tool) {
    return tool == contact::ToolKind::palm    ? contact::ToolKind::reinforced_palm
           : tool == contact::ToolKind::thumb ? contact::ToolKind::stacked_thumbs
                                              : tool;
}

HandTargets TwoHands::place(const std::optional<HandTarget>& lead) {
    const bool pressing = lead && lead->pressing;
    if (pressing && !was_pressing_) {
        side_ = lead->u >= 0 ? contact::Side::right : contact::Side::left;
    } else if (was_pressing_ && !pressing) {
        turn_ = contact::other(turn_);
    }
    was_pressing_ = pressing;
    HandTargets both;
    if (!lead) {
        return both;
    }
    switch (rule_) {
    case HandRule::right:
        both[contact::index(contact::Side::right)] = lead;
        break;
    case HandRule::left:
        both[contact::index(contact::Side::left)] = lead;
        break;
    case HandRule::mirrored: { // the hand on the pointer's side of the spine leads, or that which took hold
        const bool holding = pressing && lead->hold != contact::Hold::none;
        const contact::Side side = holding        ? side_
                                   : lead->u >= 0 ? contact::Side::right
                                                  : contact::Side::left;
        both[contact::index(side)] = lead;
        both[contact::index(contact::other(side))] = beside(*lead);
        break;
    }
    case HandRule::opposing: { // the hands pass each other, so the one that began goes on leading
        if (!pressing) {
            side_ = lead->u >= 0 ? contact::Side::right : contact::Side::left;
        }
        HandTarget second = mirrored(*lead);
        second.v += breadth_v;
        both[contact::index(side_)] = lead;
        both[contact::index(contact::other(side_))] = second;
        break;
    }
    case HandRule::alternating: // the hand that let go is away: it unloads where it is while the next one
                                // comes
        both[contact::index(turn_)] = lead;
        break;
    case HandRule::reinforced: {
        HandTarget stacked = *lead;
        stacked.tool = reinforced_tool(lead->tool);
        both[contact::index(contact::Side::right)] = stacked;
        break;
    }
    }
    return both;
}

} // namespace tactus::devices
