#pragma once
/// What is kept about devices in devices.toml, in the settings folder: which wires to listen on, and the
/// calibration of each device under its id. Written so that a person can read and mend it.

#include "engine/devices/calibration/press_curve.hpp"
#include "engine/devices/calibration/scale_line.hpp"
#include "engine/devices/calibration/tap_latency.hpp"
#include "engine/devices/wires/serial_scale.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tactus::devices {

/// What is known of one device; nullopt: never calibrated.
struct Calibration {
    std::optional<PressCurve> curve; ///< of a pen, trigger, pad
    std::optional<ScaleLine> line;   ///< of a load cell
    std::optional<Latency> latency;

    friend bool operator==(const Calibration&, const Calibration&) = default;
};

struct DeviceFile {
    std::vector<SerialPortSettings> scales;
    std::string osc_listen; ///< "127.0.0.1:9000"; empty: off
    std::string osc_send;
    std::string midi = "auto";                       ///< "auto", "alsa", "jack", "off"
    std::map<std::string, Calibration> calibrations; ///< by device id
};

/// Defaults when the file is missing. Throws UserError with every complaint when it is malformed.
DeviceFile read_device_file(const std::filesystem::path& file);

/// Throws UserError when it cannot be written.
void write_device_file(const std::filesystem::path& file, const DeviceFile& devices);

} // namespace tactus::devices
