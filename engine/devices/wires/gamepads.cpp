#include "engine/devices/wires/gamepads.hpp"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tactus::devices {

namespace {

/// A trigger trembles by less than this at rest; design value.
constexpr float dead_share = 0.02F;

} // namespace

GamepadSlots glfw_gamepads() {
    return [](int slot) -> std::optional<GamepadNow> {
        GLFWgamepadstate state{};
        const int joystick = GLFW_JOYSTICK_1 + slot;
        if (glfwJoystickIsGamepad(joystick) == GLFW_FALSE ||
            glfwGetGamepadState(joystick, &state) == GLFW_FALSE) {
            return std::nullopt;
        }
        const auto held = [&](int button) { return state.buttons[button] == GLFW_PRESS; };
        return GamepadNow{
            .name = glfwGetGamepadName(joystick),
            .model = glfwGetJoystickGUID(joystick),
            .triggers = {state.axes[GLFW_GAMEPAD_AXIS_LEFT_TRIGGER],
                         state.axes[GLFW_GAMEPAD_AXIS_RIGHT_TRIGGER]},
            .bumpers = {held(GLFW_GAMEPAD_BUTTON_LEFT_BUMPER), held(GLFW_GAMEPAD_BUTTON_RIGHT_BUMPER)},
            .accept = held(GLFW_GAMEPAD_BUTTON_A),
            .back = held(GLFW_GAMEPAD_BUTTON_B),
            .left = held(GLFW_GAMEPAD_BUTTON_DPAD_LEFT),
            .right = held(GLFW_GAMEPAD_BUTTON_DPAD_RIGHT),
            .up = held(GLFW_GAMEPAD_BUTTON_DPAD_UP),
            .down = held(GLFW_GAMEPAD_BUTTON_DPAD_DOWN)};
    };
}

Gamepads::Known& Gamepads::at(int slot, const GamepadNow& pad) {
    const std::string id = "gamepad " + pad.model;
    auto found = std::ranges::find_if(known_, [&](const Known& known) {
        return known.state.id == id && (known.slot == slot || !known.state.connected);
    });
    if (found == known_.end()) {
        known_.push_back(
            {.slot = slot,
             .state =
                 {.kind = DeviceKind::gamepad, .id = id, .name = pad.name, .connected = false, .trouble = {}},
             .before = {},
             .rest = {}});
        found = known_.end() - 1;
    }
    if (!found->state.connected) {
        found->slot = slot;
        found->state.connected = true;
        found->before = pad;
        found->rest = pad.triggers;
    }
    return *found;
}

void Gamepads::hear_triggers(Known& known, const GamepadNow& pad, std::vector<HandReading>& readings) {
    for (std::size_t side = 0; side < pad.triggers.size(); ++side) {
        const float value = std::isfinite(pad.triggers[side]) ? pad.triggers[side] : known.rest[side];
        // Plugged in with a finger on it, a trigger rests lower than it seemed.
        known.rest[side] = std::min(known.rest[side], value);
        if (value == known.before.triggers[side]) {
            continue;
        }
        const float range = std::max(1 - known.rest[side], 0.1F);
        const float share = (value - known.rest[side]) / range;
        readings.push_back({.device = known.state.id,
                            .contact = static_cast<int>(side),
                            .hand = static_cast<contact::Side>(side),
                            .press = std::clamp((share - dead_share) / (1 - dead_share), 0.0F, 1.0F),
                            .source = ForceSource::mapped});
    }
}

void Gamepads::hear_bumpers(const Known& known, const GamepadNow& pad, std::vector<HandReading>& readings) {
    for (std::size_t side = 0; side < pad.bumpers.size(); ++side) {
        if (pad.bumpers[side] != known.before.bumpers[side]) {
            readings.push_back({.device = known.state.id,
                                .contact = static_cast<int>(side),
                                .hand = static_cast<contact::Side>(side),
                                .grip = pad.bumpers[side] ? 1.0F : 0.0F});
        }
    }
}

void Gamepads::hear_buttons(const GamepadNow& before, const GamepadNow& now) {
    const auto pressed = [&](bool GamepadNow::*button, Key key) {
        if (now.*button && !(before.*button)) {
            keys_.push_back(key);
        }
    };
    pressed(&GamepadNow::accept, Key::enter);
    pressed(&GamepadNow::back, Key::escape);
    pressed(&GamepadNow::left, Key::left);
    pressed(&GamepadNow::right, Key::right);
    pressed(&GamepadNow::up, Key::up);
    pressed(&GamepadNow::down, Key::down);
}

void Gamepads::poll(std::vector<HandReading>& readings) {
    for (int slot = 0; slot < slot_count; ++slot) {
        const std::optional<GamepadNow> pad = slots_(slot);
        if (pad) {
            Known& known = at(slot, *pad);
            hear_triggers(known, *pad, readings);
            hear_bumpers(known, *pad, readings);
            hear_buttons(known.before, *pad);
            known.before = *pad;
            continue;
        }
        for (Known& known : known_) {
            known.state.connected = known.state.connected && known.slot != slot;
        }
    }
}

std::vector<DeviceState> Gamepads::devices() const {
    std::vector<DeviceState> all;
    for (const Known& known : known_) {
        all.push_back(known.state);
    }
    return all;
}

std::vector<Key> Gamepads::take_keys() { return std::exchange(keys_, {}); }

} // namespace tactus::devices
