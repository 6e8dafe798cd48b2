#pragma once
/// A load cell or force plate on a serial port (scale_protocol.hpp says what it writes).

#include "engine/devices/device.hpp"

#include <memory>

namespace tactus::devices {

struct SerialPortSettings {
    std::string port;       ///< "/dev/ttyUSB0", or better "/dev/serial/by-id/..."
    unsigned baud = 115200; ///< a pseudo-terminal does not care
};

/// Gives force alone, as `load` in the cell's counts or as newtons already, source measured; contact 0 of no
/// set hand. A port that is missing or breaks is tried again every second.
class SerialScale final : public Wire {
public:
    /// Opens nothing yet; never throws. settings.port is the device's id.
    explicit SerialScale(SerialPortSettings settings);
    ~SerialScale() override;
    SerialScale(const SerialScale&) = delete;
    SerialScale& operator=(const SerialScale&) = delete;
    SerialScale(SerialScale&&) = delete;
    SerialScale& operator=(SerialScale&&) = delete;

    void poll(std::vector<HandReading>& readings) override;
    [[nodiscard]] std::vector<DeviceState> devices() const override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tactus::devices
