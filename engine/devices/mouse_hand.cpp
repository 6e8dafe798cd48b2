#include "engine/devices/mouse_hand.hpp"

#include <algorithm>
#include <array>

namespace tactus::devices {

namespace {

constexpr float wheel_step_n = 2;
constexpr float drag_n_per_pixel = 0.25F;
constexpr float roll_step_deg = 10;
constexpr float film_on_hands = 0.6F;

/// A thumb points to the spine unless it is rolled: seen from the feet, the forearm would hide it otherwise.
constexpr float thumb_heading_deg = 60;
constexpr float heading_blend_u = 0.05F; ///< half width about the spine over which the heading turns

/// The order of the keys 1 to 9 and 0. The reinforced ones come by the rule for two hands.
constexpr std::array tools{contact::ToolKind::palm,         contact::ToolKind::thumb,
                           contact::ToolKind::fingertips,   contact::ToolKind::heel,
                           contact::ToolKind::knuckles,     contact::ToolKind::fist,
                           contact::ToolKind::forearm,      contact::ToolKind::elbow,
                           contact::ToolKind::ulnar_border, contact::ToolKind::cupped_hand};

} // namespace

MouseHand::MouseHand(float force_n) : force_n_(std::clamp(force_n, 1.0F, force_limit_n)) {}

void MouseHand::set_force_target(float force_n) { force_n_ = std::clamp(force_n, 1.0F, force_limit_n); }

void MouseHand::read_keys(const InputEvents& events) {
    for (std::size_t index = 0; index < tools.size(); ++index) {
        if (events.struck(key_of(static_cast<char>('0' + (index + 1) % tools.size())))) {
            tool_ = tools[index];
        }
    }
    if (events.struck(key_of('k'))) {
        tool_ = contact::ToolKind::pincer;
    }
    if (events.struck(key_of('j'))) {
        hold_ = static_cast<contact::Hold>((static_cast<int>(hold_) + 1) % contact::hold_count);
    }
    if (events.struck(key_of('o'))) {
        product_ = static_cast<contact::Product>((static_cast<int>(product_) + 1) % contact::product_count);
    }
    gathers_ = events.holds(key_of('f'));
    if (events.struck(key_of('u'), true)) {
        set_force_target(force_n_ + wheel_step_n);
    }
    if (events.struck(key_of('i'), true)) {
        set_force_target(force_n_ - wheel_step_n);
    }
    if (events.struck(key_of('q'), true)) {
        roll_deg_ = std::max(roll_deg_ - roll_step_deg, -180.0F);
    }
    if (events.struck(key_of('e'), true)) {
        roll_deg_ = std::min(roll_deg_ + roll_step_deg, 180.0F);
    }
}

void MouseHand::read_force(const InputEvents& events) {
    set_force_target(force_n_ + wheel_step_n * events.wheel);
    const bool dragging = events.shift && events.pressed;
    if (dragging && drag_y_) {
        set_force_target(force_n_ + (*drag_y_ - events.pointer.y) * drag_n_per_pixel);
    }
    drag_y_ = dragging ? std::optional(events.pointer.y) : std::nullopt;
}

HandTarget MouseHand::hand_at(Vec2 spine) const {
    const float heading_deg = tool_ == contact::ToolKind::thumb
                                  ? -thumb_heading_deg * std::clamp(spine.x / heading_blend_u, -1.0F, 1.0F)
                                  : 0.0F;
    return {.tool = tool_,
            .u = spine.x,
            .v = spine.y,
            .pressing = false,
            .force_n = force_n_,
            .angle_deg = heading_deg + (left_ ? -roll_deg_ : roll_deg_),
            .oil = product_ == contact::Product::dry ? 0.0F : film_on_hands,
            .grip = gathers_ ? 1.0F : 0.0F,
            .lift = gathers_ ? 1.0F : 0.0F,
            .hold = hold_};
}

std::optional<HandTarget> MouseHand::target(bool slow) const {
    if (!place_ || (!over_back_ && !pressing_)) {
        return std::nullopt;
    }
    HandTarget hand = hand_at(*place_);
    hand.pressing = pressing_;
    hand.slow = slow;
    return hand;
}

std::vector<std::optional<HandTarget>> MouseHand::update(const InputEvents& events,
                                                         std::span<const AimedPlace> aimed) {
    read_keys(events);
    read_force(events);
    std::vector<std::optional<HandTarget>> along;
    along.reserve(aimed.size());
    const bool held_still =
        events.shift && events.pressed; // Shift drag sets the force and leaves the hand in place
    for (const AimedPlace& place : aimed) {
        over_back_ = place.has_value();
        // A touch begins on the back; a stroke that runs off it stays at its edge until the button is
        // released.
        pressing_ = events.pressed && (pressing_ || over_back_);
        if (place && !(held_still && pressing_)) {
            place_ = place;
        }
        along.push_back(target(events.control));
    }
    return along;
}

} // namespace tactus::devices
