#include "engine/devices/calibration/device_file.hpp"
#include "tests/fuzz/bytes_file.hpp"
#include "tests/fuzz/readers/readers.hpp"

#include <cmath>

namespace tactus::fuzz {

/// devices.toml: wires and calibrations.
void read_devices(Bytes bytes) {
    const BytesFile file(bytes);
    const auto devices = accepted([&] { return devices::read_device_file(file.path()); });
    if (!devices) {
        return;
    }
    for (const auto& [id, calibration] : devices->calibrations) {
        promise(!calibration.curve || std::isfinite(calibration.curve->newtons(0.5F)),
                "a calibrated device presses with a number");
    }
}

} // namespace tactus::fuzz
