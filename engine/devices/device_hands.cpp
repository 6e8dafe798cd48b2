#include "engine/devices/device_hands.hpp"

#include <algorithm>

namespace tactus::devices {

namespace {

/// A felt force is a touch from here on, and is none below the second: between them it stays what it was.
/// Design values, above a load cell's noise (product.md 2: rest may drift by 0.5 N before taring).
constexpr float touch_n = 0.5F;
constexpr float no_touch_n = 0.3F;

/// A frame of input is at most so many targets: beyond, the run's 240 steps a second could not tell them.
constexpr std::size_t most_targets = 64;

} // namespace

void DeviceHands::set_rule(HandRule rule) {
    rule_.set_rule(rule);
    mouse_.set_left(rule == HandRule::left);
}

void DeviceHands::hear_place(const HandReading& reading) {
    auto at = std::ranges::find_if(contacts_, [&](const Contact& contact) {
        return contact.device == reading.device && contact.number == reading.contact;
    });
    const bool known = at != contacts_.end();
    const bool pressed_before = known && at->target.pressing;
    if (reading.lifted || (!reading.spine && !pressed_before)) { // a touch begins on the back
        if (known) {
            contacts_.erase(at);
        }
        return;
    }
    if (!known) {
        if (contacts_.size() >= contact::side_count) { // a person has two hands
            return;
        }
        const contact::Side first = rule() == HandRule::left ? contact::Side::left : contact::Side::right;
        const contact::Side side = contacts_.empty() ? first : contact::other(contacts_.front().side);
        contacts_.push_back({.device = reading.device,
                             .number = reading.contact,
                             .own_side = reading.hand.has_value(),
                             .pointing = reading.pixel.has_value(),
                             .side = reading.hand.value_or(side),
                             .target = {}});
        at = contacts_.end() - 1;
    }
    HandTarget target = mouse_.hand_at(reading.spine.value_or(Vec2(at->target.u, at->target.v)));
    target.pressing = reading.touching && reading.force_n.value_or(1) > 0;
    target.force_n = reading.force_n.value_or(target.force_n);
    target.source = reading.force_n ? reading.source : ForceSource::inferred;
    target.tool = reading.tool.value_or(target.tool);
    target.angle_deg = reading.angle_deg.value_or(target.angle_deg);
    target.tilt_deg = reading.tilt_deg.value_or(0);
    at->target = target;
}

void DeviceHands::hear_force(const HandReading& reading) {
    auto at = std::ranges::find_if(felt_, [&](const Felt& felt) {
        return felt.device == reading.device && felt.number == reading.contact;
    });
    if (reading.lifted) {
        if (at != felt_.end()) {
            felt_.erase(at);
        }
        return;
    }
    const bool touched = at != felt_.end() && at->touching;
    const Felt felt{.device = reading.device,
                    .number = reading.contact,
                    .side = reading.hand,
                    .force_n = *reading.force_n,
                    .source = reading.source,
                    .touching = *reading.force_n > (touched ? no_touch_n : touch_n)};
    if (at == felt_.end()) {
        felt_.push_back(felt);
    } else {
        *at = felt;
    }
}

void DeviceHands::hear_grip(const HandReading& reading) {
    const contact::Side side = reading.hand.value_or(contact::Side::right);
    std::erase_if(held_,
                  [&](const Held& held) { return held.device == reading.device && held.side == side; });
    if (*reading.grip > 0) {
        held_.push_back({.device = reading.device, .side = side, .grip = *reading.grip});
    }
}

void DeviceHands::hear(const HandReading& reading) {
    if (reading.grip) {
        hear_grip(reading);
    }
    if (reading.pixel || reading.spine) {
        hear_place(reading);
    } else if (reading.force_n) {
        hear_force(reading);
    } else if (reading.lifted) {
        hear_place(reading);
        hear_force(reading);
    }
}

// A force without a place loads the hands that are there: its own one, or all of them together. A grip
// closes its own.
void DeviceHands::load(HandTargets& both) const {
    const auto present = std::ranges::count_if(both, [](const auto& hand) { return hand.has_value(); });
    for (const Felt& felt : felt_) {
        if (!felt.touching) {
            continue;
        }
        for (std::size_t side = 0; side < both.size(); ++side) {
            if (!both[side] || (felt.side && contact::index(*felt.side) != side)) {
                continue;
            }
            both[side]->pressing = true;
            both[side]->force_n = felt.side ? felt.force_n : felt.force_n / static_cast<float>(present);
            both[side]->source = felt.source;
        }
    }
    for (const Held& held : held_) {
        if (auto& hand = both[contact::index(held.side)]) {
            hand->grip = held.grip;
            hand->lift = held.grip;
        }
    }
}

void DeviceHands::take_hold(HandTargets& both) {
    for (std::size_t side = 0; side < both.size(); ++side) {
        if (both[side]) {
            both[side] = grasps_[side].take(*both[side], places_);
        } else {
            grasps_[side].let_go();
        }
    }
}

HandTargets DeviceHands::compose(std::optional<HandTarget> mouse) {
    const bool pen_or_finger =
        std::ranges::any_of(contacts_, [](const Contact& contact) { return contact.pointing; });
    mouse_is_echo_ = mouse_is_echo_ || pen_or_finger;
    if (mouse && mouse_is_echo_) {
        mouse->pressing = false;
    }
    mouse_presses_ = mouse && mouse->pressing;
    HandTargets both;
    const bool alone = contacts_.size() == 1 && !contacts_.front().own_side && !mouse_presses_;
    if (contacts_.empty()) {
        both = rule_.place(mouse);
    } else if (alone) {
        both = rule_.place(contacts_.front().target);
    } else {
        for (const Contact& contact : contacts_) {
            both[contact::index(contact.side)] = contact.target;
        }
        if (contacts_.size() == 1 && mouse_presses_) { // two devices at once: the mouse is the other hand
            both[contact::index(contact::other(contacts_.front().side))] = mouse;
        }
    }
    load(both);
    take_hold(both);
    return both;
}

std::vector<HandTargets> DeviceHands::update(const InputEvents& events, std::span<const AimedPlace> aimed,
                                             std::span<const HandReading> readings) {
    if (events.struck(key_of('l'))) {
        set_rule(next_rule(rule()));
    }
    if (!events.pressed) {
        mouse_is_echo_ = false;
    }
    const std::vector<std::optional<HandTarget>> trail = mouse_.update(events, aimed);
    const std::size_t count =
        std::clamp<std::size_t>(std::max(trail.size(), readings.size()), 1, most_targets);
    std::vector<HandTargets> along;
    along.reserve(count);
    std::size_t heard = 0;
    for (std::size_t point = 0; point < count; ++point) { // both lists spread evenly over the frame
        for (; heard < readings.size() * (point + 1) / count; ++heard) {
            hear(readings[heard]);
        }
        along.push_back(compose(
            trail.empty() ? std::nullopt : trail[std::min(point * trail.size() / count, trail.size() - 1)]));
    }
    return along;
}

void DeviceHands::forget(const std::string& device) {
    std::erase_if(contacts_, [&](const Contact& contact) { return contact.device == device; });
    std::erase_if(felt_, [&](const Felt& felt) { return felt.device == device; });
    std::erase_if(held_, [&](const Held& held) { return held.device == device; });
}

std::vector<std::string> DeviceHands::at_work() const {
    std::vector<std::string> working;
    for (const Contact& contact : contacts_) {
        if (contact.target.pressing) {
            working.push_back(contact.device);
        }
    }
    for (const Felt& felt : felt_) {
        if (felt.touching) {
            working.push_back(felt.device);
        }
    }
    if (mouse_presses_ || (!working.empty() && contacts_.empty())) { // the mouse leads what another loads
        working.emplace_back("mouse");
    }
    return working;
}

} // namespace tactus::devices
