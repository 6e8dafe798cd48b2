#include "engine/devices/wires/scale_protocol.hpp"
#include "tests/fuzz/readers/readers.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::fuzz {

/// What comes from a serial port, in pieces whose sizes the first byte tells.
void read_scale_lines(Bytes bytes) {
    if (bytes.empty()) {
        return;
    }
    const std::size_t piece = 1U + bytes.front() % 64U;
    std::string_view left = text_of(bytes.subspan(1));
    devices::ScaleLines lines;
    while (!left.empty()) {
        for (const devices::ScaleReading& reading : lines.feed(left.substr(0, piece))) {
            promise(std::isfinite(reading.total) && !reading.cells.empty() && reading.cells.size() <= 4,
                    "a reading is a number of newtons or counts, of one to four cells");
        }
        left.remove_prefix(std::min(piece, left.size()));
    }
}

} // namespace tactus::fuzz
