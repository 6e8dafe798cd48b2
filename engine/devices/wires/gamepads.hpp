#pragma once
/// The triggers of gamepads press and their bumpers close a pincer: the left ones with the left hand, the
/// right ones with the right.

#include "engine/devices/device.hpp"

#include <array>
#include <functional>

namespace tactus::devices {

/// One gamepad as GLFW's mapping gives it.
struct GamepadNow {
    std::string name;
    std::string model;                                       ///< GLFW's GUID
    std::array<float, contact::side_count> triggers{-1, -1}; ///< -1 at rest, 1 pulled through
    std::array<bool, contact::side_count> bumpers{};
    bool accept = false, back = false, left = false, right = false, up = false, down = false;
};

/// What lies in slot 0 to 15; nullopt = no gamepad there. A value of its own, so that a test can stand in for
/// GLFW, which reads the kernel's devices itself and cannot be given bytes (product.md 2).
using GamepadSlots = std::function<std::optional<GamepadNow>(int slot)>;

/// GLFW's own slots. GLFW must be running whenever it is called.
GamepadSlots glfw_gamepads();

/// Gives force alone, as `press`, source mapped, one contact a trigger, and grip, 0 or 1, a bumper. A
/// trigger's rest is what it shows at plugging in: some rest above zero, and a dead zone about zero would
/// hide a half-pulled one.
class Gamepads final : public Wire {
public:
    static constexpr int slot_count = 16;

    explicit Gamepads(GamepadSlots slots) : slots_(std::move(slots)) {}

    void poll(std::vector<HandReading>& readings) override;
    [[nodiscard]] std::vector<DeviceState> devices() const override;
    std::vector<Key> take_keys() override;

private:
    struct Known {
        int slot;
        DeviceState state;
        GamepadNow before;
        std::array<float, contact::side_count> rest;
    };

    Known& at(int slot, const GamepadNow& pad);
    static void hear_triggers(Known& known, const GamepadNow& pad, std::vector<HandReading>& readings);
    static void hear_bumpers(const Known& known, const GamepadNow& pad, std::vector<HandReading>& readings);
    void hear_buttons(const GamepadNow& before, const GamepadNow& now);

    GamepadSlots slots_;
    std::vector<Known> known_;
    std::vector<Key> keys_;
};

} // namespace tactus::devices
