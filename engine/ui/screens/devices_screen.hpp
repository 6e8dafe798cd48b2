#pragma once
/// What is plugged in, whether it works, and the way to its calibration and latency.

#include "engine/devices/calibration/device_file.hpp"
#include "engine/devices/device.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <optional>
#include <span>
#include <string>

namespace tactus::ui {

struct DeviceRow {
    devices::DeviceState device;
    devices::Calibration calibration;
    std::optional<double> rests_at_n; ///< of a load cell that says something of nothing
};

/// file: where devices and calibrations are kept, for the foot of the sheet.
void draw_devices_screen(Canvas& canvas, Interaction& interaction, std::span<const DeviceRow> rows,
                         const std::string& file, Commands& ask);

/// True for devices whose force a person can calibrate here.
bool can_be_calibrated(devices::DeviceKind kind);

} // namespace tactus::ui
