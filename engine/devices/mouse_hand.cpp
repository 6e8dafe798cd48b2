#include "engine/devices/mouse_hand.hpp"

#include <algorithm>
#include <array>

namespace tactus::devices {

namespace {

constexpr float wheel_step_n = 2;
constexpr float drag_n_per_pixel = 0.25F;
constexpr float roll_step_deg = 10;
constexpr float oil_on_hands = 0.6F;

/// A thumb points to the spine unless it is rolled: seen from the feet, the forearm would hide it otherwise.
constexpr float thumb_heading_deg = 60;
constexpr float heading_blend_u = 0.05F; ///< half width about the spine over which the heading turns

/// The order of keys 1-9.
constexpr std::array tools{contact::ToolKind::palm, contact::ToolKind::thumb};

} // namespace

MouseHand::MouseHand(float force_n) : force_n_(std::clamp(force_n, 1.0F, force_limit_n)) {}

void MouseHand::set_force_target(float force_n) { force_n_ = std::clamp(force_n, 1.0F, force_limit_n); }

void MouseHand::read_keys(const InputEvents& events) {
    for (std::size_t index = 0; index < tools.size(); ++index) {
        if (events.struck(key_of(static_cast<char>('1' + index)))) {
            tool_ = tools[index];
        }
    }
    if (events.struck(key_of('l'))) {
        leading_ = leading_ == Leading::right  ? Leading::left
                   : leading_ == Leading::left ? Leading::both
                                               : Leading::right;
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

HandTargets MouseHand::targets(bool slow) const {
    HandTargets both;
    if (!place_ || (!over_back_ && !pressing_)) {
        return both;
    }
    const bool mirrored_left = leading_ == Leading::left;
    const float heading_deg = tool_ == contact::ToolKind::thumb
                                  ? -thumb_heading_deg * std::clamp(place_->x / heading_blend_u, -1.0F, 1.0F)
                                  : 0.0F;
    HandTarget hand{.tool = tool_,
                    .u = place_->x,
                    .v = place_->y,
                    .pressing = pressing_,
                    .force_n = force_n_,
                    .angle_deg = heading_deg + (mirrored_left ? -roll_deg_ : roll_deg_),
                    .oil = oil_on_hands,
                    .slow = slow};
    if (leading_ ==
        Leading::both) { // the hand on the pointer's side of the spine leads, the other mirrors it
        const bool right_leads = place_->x >= 0;
        HandTarget mirror = hand;
        mirror.u = -hand.u;
        mirror.angle_deg = -hand.angle_deg;
        both[right_leads ? 1 : 0] = hand;
        both[right_leads ? 0 : 1] = mirror;
    } else {
        both[mirrored_left ? 0 : 1] = hand;
    }
    return both;
}

std::vector<HandTargets> MouseHand::update(const InputEvents& events, std::span<const AimedPlace> aimed) {
    read_keys(events);
    read_force(events);
    std::vector<HandTargets> along;
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
        along.push_back(targets(events.control));
    }
    return along;
}

} // namespace tactus::devices
