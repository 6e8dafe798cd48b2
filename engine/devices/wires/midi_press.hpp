#pragma once
/// Aftertouch out of MIDI messages. Pure.

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace tactus::devices {

/// Which pads press how hard. Channel pressure (D0) holds for the whole channel, polyphonic (A0) for one pad;
/// what counts is the hardest of all.
class MidiPress {
public:
    /// One whole message, times in seconds rising. Returns the press 0..1 when it changed; 0 = nothing
    /// pressed.
    std::optional<float> hear(double t_s, std::span<const std::uint8_t> message);

    /// True when the last message struck a pad or key: a tap.
    [[nodiscard]] bool struck() const { return struck_; }

private:
    [[nodiscard]] float hardest() const;

    std::array<std::uint8_t, 128> pad_{}; ///< pressure by note
    std::array<bool, 128> down_{};
    std::uint8_t channel_ = 0; ///< pressure of the channel
    double note_on_s_ = -1;
    float told_ = 0;
    bool struck_ = false;
};

} // namespace tactus::devices
