#include "engine/devices/wires/midi_press.hpp"
#include "tests/fuzz/readers/readers.hpp"

#include <algorithm>

namespace tactus::fuzz {

/// Messages, each behind a byte that tells its length and a byte that tells the time since the last one.
void read_midi(Bytes bytes) {
    devices::MidiPress pads;
    double t_s = 0;
    while (bytes.size() >= 2) {
        const std::size_t length = std::min<std::size_t>(bytes[0] % 5U, bytes.size() - 2);
        t_s += bytes[1] / 256.0;
        if (const auto press = pads.hear(t_s, bytes.subspan(2, length))) {
            promise(*press >= 0 && *press <= 1, "a press is from 0 to 1");
        }
        bytes = bytes.subspan(2 + length);
    }
}

} // namespace tactus::fuzz
