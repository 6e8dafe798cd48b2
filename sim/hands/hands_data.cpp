#include "sim/hands/hands_data.hpp"

#include <array>

namespace tactus::hands {
namespace {

constexpr std::array<NamedConstant, 22> all{{
    {"hands.hand_length_m", hand_length_m},
    {"hands.palm_force_limit_n", palm_force_limit_n},
    {"hands.thumb_force_limit_n", thumb_force_limit_n},
    {"hands.leaning_force_limit_n", leaning_force_limit_n},
    {"hands.fingers_force_limit_n", fingers_force_limit_n},
    {"hands.low_table_share", low_table_share},
    {"hands.high_table_share", high_table_share},
    {"hands.pincer_force_limit_n", pincer_force_limit_n},
    {"hands.hold_force_limit_n", hold_force_limit_n},
    {"hands.force_rise_n_per_s", force_rise_n_per_s},
    {"hands.force_fall_n_per_s", force_fall_n_per_s},
    {"hands.hand_speed_limit_m_s", hand_speed_limit_m_s},
    {"hands.clearance_m", clearance_m},
    {"hands.palm_travel_stop_m", palm_travel_stop_m},
    {"hands.thumb_travel_stop_m", thumb_travel_stop_m},
    {"hands.elbow_travel_stop_m", elbow_travel_stop_m},
    {"hands.pincer_open_m", pincer_open_m},
    {"hands.pincer_closed_m", pincer_closed_m},
    {"hands.palm_stiffness_n_per_m", palm_stiffness_n_per_m},
    {"hands.fingertip_give", fingertip_give},
    {"hands.fingertip_give_limit_m", fingertip_give_limit_m},
    {"hands.fist_clearance_m", fist_clearance_m},
}};

} // namespace

std::span<const NamedConstant> constants() { return all; }

} // namespace tactus::hands
