#include "sim/hands/hand_bones.hpp"

#include <array>

namespace tactus::hands {
namespace {

constexpr std::array<std::string_view, hand_bone_count> names{"carpus",
                                                              "index_metacarpal_base",
                                                              "index_metacarpal_head",
                                                              "middle_metacarpal_base",
                                                              "middle_metacarpal_head",
                                                              "ring_metacarpal_base",
                                                              "ring_metacarpal_head",
                                                              "little_metacarpal_base",
                                                              "little_metacarpal_head",
                                                              "index_middle_pad",
                                                              "middle_ring_pad",
                                                              "ring_little_pad",
                                                              "index_proximal",
                                                              "index_middle",
                                                              "index_distal",
                                                              "middle_proximal",
                                                              "middle_middle",
                                                              "middle_distal",
                                                              "ring_proximal",
                                                              "ring_middle",
                                                              "ring_distal",
                                                              "little_proximal",
                                                              "little_middle",
                                                              "little_distal",
                                                              "thumb_metacarpal",
                                                              "thumb_proximal",
                                                              "thumb_distal",
                                                              "thumb_pad",
                                                              "hypothenar",
                                                              "forearm_wrist",
                                                              "forearm_middle",
                                                              "forearm_elbow",
                                                              "ulnar_styloid",
                                                              "thumb_pad_ulnar",
                                                              "olecranon"};

using enum HandBone;

/// All that lies flat on the skin under an open hand: from the wrist to the ball of the little finger.
constexpr auto open_hand = [] {
    constexpr auto first = static_cast<std::size_t>(carpus);
    constexpr auto last = static_cast<std::size_t>(hypothenar);
    std::array<HandBone, last - first + 2> list{};
    for (std::size_t k = first; k <= last; ++k) {
        list[k - first] = static_cast<HandBone>(k);
    }
    list.back() = thumb_pad_ulnar;
    return list;
}();
constexpr auto thumb_alone =
    std::to_array<HandBone>({thumb_proximal, thumb_distal, thumb_pad, thumb_pad_ulnar});
constexpr auto heel_bones =
    std::to_array<HandBone>({carpus, index_metacarpal_base, middle_metacarpal_base, ring_metacarpal_base,
                             little_metacarpal_base, thumb_metacarpal, hypothenar});
constexpr auto tips = std::to_array<HandBone>({index_middle, index_distal, middle_middle, middle_distal,
                                               ring_middle, ring_distal, little_middle, little_distal});
constexpr auto middle_joints =
    std::to_array<HandBone>({index_proximal, index_middle, middle_proximal, middle_middle, ring_proximal,
                             ring_middle, little_proximal, little_middle});
constexpr auto flat_of_fist =
    std::to_array<HandBone>({index_metacarpal_head, middle_metacarpal_head, ring_metacarpal_head,
                             little_metacarpal_head, index_proximal, index_middle, middle_proximal,
                             middle_middle, ring_proximal, ring_middle, little_proximal, little_middle});
constexpr auto arm = std::to_array<HandBone>({forearm_middle, forearm_elbow});
constexpr auto elbow_tip = std::to_array<HandBone>({forearm_elbow, olecranon});
constexpr auto pinching = std::to_array<HandBone>(
    {index_middle, index_distal, middle_middle, middle_distal, thumb_distal, thumb_pad, thumb_pad_ulnar});
constexpr auto little_edge =
    std::to_array<HandBone>({little_metacarpal_base, little_metacarpal_head, little_proximal, little_middle,
                             little_distal, hypothenar});

constexpr std::span<const HandBone> pressing_list(contact::ToolKind tool) {
    using contact::ToolKind;
    switch (tool) {
    case ToolKind::palm:
    case ToolKind::reinforced_palm:
    case ToolKind::cupped_hand:
        return open_hand;
    case ToolKind::thumb:
    case ToolKind::stacked_thumbs:
        return thumb_alone;
    case ToolKind::heel:
        return heel_bones;
    case ToolKind::fingertips:
        return tips;
    case ToolKind::knuckles:
        return middle_joints;
    case ToolKind::fist:
        return flat_of_fist;
    case ToolKind::forearm:
        return arm;
    case ToolKind::elbow:
        return elbow_tip;
    case ToolKind::pincer:
        return pinching;
    case ToolKind::ulnar_border:
        break;
    }
    return little_edge;
}

/// All bones, those that press first.
struct Order {
    std::array<HandBone, hand_bone_count> bones{};
    std::array<std::size_t, hand_bone_count> index_of{};
    std::size_t pressing = 0;
};

constexpr Order order_of(contact::ToolKind tool) {
    std::array<bool, hand_bone_count> presses{};
    for (const HandBone bone : pressing_list(tool)) {
        presses[static_cast<std::size_t>(bone)] = true;
    }
    Order order;
    std::size_t next = 0;
    for (const bool pressing : {true, false}) {
        for (std::size_t k = 0; k < hand_bone_count; ++k) {
            if (presses[k] == pressing) {
                order.index_of[k] = next;
                order.bones[next++] = static_cast<HandBone>(k);
            }
        }
        order.pressing = pressing ? next : order.pressing;
    }
    return order;
}

constexpr std::array<Order, contact::tool_kind_count> orders = [] {
    std::array<Order, contact::tool_kind_count> all;
    for (std::size_t k = 0; k < all.size(); ++k) {
        all[k] = order_of(static_cast<contact::ToolKind>(k));
    }
    return all;
}();

const Order& order(contact::ToolKind tool) { return orders[static_cast<std::size_t>(tool)]; }

} // namespace

std::string_view hand_bone_name(HandBone bone) { return names[static_cast<std::size_t>(bone)]; }

std::span<const HandBone> pressing_bones(contact::ToolKind tool) {
    return std::span(order(tool).bones).first(order(tool).pressing);
}

std::span<const HandBone> shown_bones(contact::ToolKind tool) {
    return std::span(order(tool).bones).subspan(order(tool).pressing);
}

std::size_t capsule_index(contact::ToolKind tool, HandBone bone) {
    return order(tool).index_of[static_cast<std::size_t>(bone)];
}

} // namespace tactus::hands
