#include "engine/devices/wires/midi_press.hpp"

#include <algorithm>

namespace tactus::devices {

namespace {

/// Channel pressure falls to 0 at the next pad on some instruments (linnstrument #47, product.md 2): a zero
/// so soon after a note began is not a release.
constexpr double reset_time_s = 0.05;

constexpr std::uint8_t note_off = 0x80;
constexpr std::uint8_t note_on = 0x90;
constexpr std::uint8_t pad_pressure = 0xA0;
constexpr std::uint8_t channel_pressure = 0xD0;
constexpr std::uint8_t highest = 127;

} // namespace

float MidiPress::hardest() const {
    const bool held = std::ranges::any_of(down_, [](bool down) { return down; });
    const std::uint8_t pad = *std::ranges::max_element(pad_);
    // Channel pressure without any note held is what a ribbon or a pedal sends: it counts as well.
    const std::uint8_t most = std::max(pad, channel_);
    return held || most > 0 ? static_cast<float>(most) / highest : 0;
}

std::optional<float> MidiPress::hear(double t_s, std::span<const std::uint8_t> message) {
    struck_ = false;
    if (message.size() < 2 || (message[1] & 0x80U) != 0 ||
        (message.size() > 2 && (message[2] & 0x80U) != 0)) {
        return std::nullopt; // data bytes have their top bit clear
    }
    const auto kind = static_cast<std::uint8_t>(message[0] & 0xF0U);
    const std::uint8_t first = message[1];
    const std::uint8_t second = message.size() > 2 ? message[2] : 0;
    if (kind == note_on && message.size() == 3 && second > 0) {
        down_[first] = true;
        note_on_s_ = t_s;
        struck_ = true;
    } else if ((kind == note_on || kind == note_off) && message.size() == 3) {
        down_[first] = false;
        pad_[first] = 0;
        if (std::ranges::none_of(down_, [](bool down) { return down; })) {
            channel_ = 0;
        }
    } else if (kind == pad_pressure && message.size() == 3) {
        pad_[first] = second;
    } else if (kind == channel_pressure) {
        const bool reset = first == 0 && note_on_s_ >= 0 && t_s - note_on_s_ < reset_time_s;
        channel_ = reset ? channel_ : first;
    } else {
        return std::nullopt;
    }
    const float press = hardest();
    if (press == told_) {
        return std::nullopt;
    }
    told_ = press;
    return press;
}

} // namespace tactus::devices
