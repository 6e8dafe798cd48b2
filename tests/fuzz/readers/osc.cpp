#include "engine/devices/wires/osc_packet.hpp"
#include "engine/devices/wires/osc_port.hpp"
#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

void read_osc(Bytes bytes) {
    const auto messages = devices::parse_osc(bytes);
    if (!messages) {
        return;
    }
    for (const devices::OscMessage& message : *messages) {
        const auto written = devices::osc_bytes(message);
        const auto again = devices::parse_osc(written);
        promise(again && again->size() == 1 && devices::osc_bytes(again->front()) == written,
                "a message reads back as it was written");
    }
}

/// HOST:PORT of the command line and of devices.toml.
void read_osc_address(Bytes bytes) {
    if (const auto address = devices::parse_osc_address(text_of(bytes))) {
        promise(!address->host.empty() && address->port > 0, "an address has a host and a port");
    }
}

} // namespace tactus::fuzz
