#pragma once
/// MIDI pads and keyboards with aftertouch, through RtMidi.

#include "engine/devices/device.hpp"

#include <memory>

namespace tactus::devices {

enum class MidiSystem { off, alsa, jack };

/// "off", "alsa", "jack"; "auto" is alsa where the kernel has a sequencer, else off. nullopt: none of these.
std::optional<MidiSystem> midi_system_named(std::string_view name);

/// Gives force alone, as `press`, source mapped; of no set hand. Listens to every port that is there and
/// looks for new ones, and for a JACK server that has ended or not yet begun, every two seconds; others may
/// connect to its own port "Tactus:pads". Not a tone comes out.
class MidiPads final : public Wire {
public:
    /// Never throws: without a MIDI system there are no devices, and trouble() says why.
    explicit MidiPads(MidiSystem system);
    ~MidiPads() override;
    MidiPads(const MidiPads&) = delete;
    MidiPads& operator=(const MidiPads&) = delete;
    MidiPads(MidiPads&&) = delete;
    MidiPads& operator=(MidiPads&&) = delete;

    void poll(std::vector<HandReading>& readings) override;
    [[nodiscard]] std::vector<DeviceState> devices() const override;

private:
    struct Port;
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tactus::devices
