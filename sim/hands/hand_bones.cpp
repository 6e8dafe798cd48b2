#include "sim/hands/hand_bones.hpp"

#include <array>

namespace tactus::hands {
namespace {

struct Row {
    std::string_view name;
    bool pressing_palm;
    bool pressing_thumb;
};

constexpr std::array<Row, hand_bone_count> rows{{
    {"carpus", true, false},
    {"index_metacarpal_base", true, false},
    {"index_metacarpal_head", true, false},
    {"middle_metacarpal_base", true, false},
    {"middle_metacarpal_head", true, false},
    {"ring_metacarpal_base", true, false},
    {"ring_metacarpal_head", true, false},
    {"little_metacarpal_base", true, false},
    {"little_metacarpal_head", true, false},
    {"index_middle_pad", true, false},
    {"middle_ring_pad", true, false},
    {"ring_little_pad", true, false},
    {"index_proximal", true, false},
    {"index_middle", true, false},
    {"index_distal", true, false},
    {"middle_proximal", true, false},
    {"middle_middle", true, false},
    {"middle_distal", true, false},
    {"ring_proximal", true, false},
    {"ring_middle", true, false},
    {"ring_distal", true, false},
    {"little_proximal", true, false},
    {"little_middle", true, false},
    {"little_distal", true, false},
    {"thumb_metacarpal", true, false},
    {"thumb_proximal", true, true},
    {"thumb_distal", true, true},
    {"thumb_pad", true, true},
    {"hypothenar", true, false},
    {"forearm_wrist", false, false},
    {"forearm_middle", false, false},
    {"forearm_elbow", false, false},
    {"ulnar_styloid", false, false},
    {"thumb_pad_ulnar", true, true},
}};

constexpr bool presses(const Row& row, contact::ToolKind tool) {
    return tool == contact::ToolKind::palm ? row.pressing_palm : row.pressing_thumb;
}

/// All bones, those that press first.
struct Order {
    std::array<HandBone, hand_bone_count> bones{};
    std::array<std::size_t, hand_bone_count> index_of{};
    std::size_t pressing = 0;
};

constexpr Order order_of(contact::ToolKind tool) {
    Order order;
    std::size_t next = 0;
    for (const bool pressing : {true, false}) {
        for (std::size_t k = 0; k < hand_bone_count; ++k) {
            if (presses(rows[k], tool) == pressing) {
                order.index_of[k] = next;
                order.bones[next++] = static_cast<HandBone>(k);
            }
        }
        order.pressing = pressing ? next : order.pressing;
    }
    return order;
}

constexpr Order palm_order = order_of(contact::ToolKind::palm);
constexpr Order thumb_order = order_of(contact::ToolKind::thumb);

const Order& order(contact::ToolKind tool) {
    return tool == contact::ToolKind::palm ? palm_order : thumb_order;
}

} // namespace

std::string_view hand_bone_name(HandBone bone) { return rows[static_cast<std::size_t>(bone)].name; }

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
