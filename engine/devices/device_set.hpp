#pragma once
/// Everything that is plugged in, as one: wires polled once a frame, readings turned into newtons by each
/// device's calibration. Main thread only.

#include "engine/devices/calibration/device_file.hpp"
#include "engine/devices/calibration/rest_drift.hpp"
#include "engine/devices/device.hpp"
#include "engine/devices/wires/osc_port.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <vector>

struct GLFWwindow;

namespace tactus::devices {

class DeviceSet {
public:
    /// No device but the mouse: for pictures and tests.
    DeviceSet() = default;

    /// Opens the wires that the settings name, and pens, touch screens and gamepads of the window (none when
    /// it is null). file: where calibrations are kept. Throws UserError when an address cannot be listened
    /// on.
    DeviceSet(DeviceFile settings, std::filesystem::path file, GLFWwindow* window);

    /// For tests: these wires and no others.
    DeviceSet(DeviceFile settings, std::filesystem::path file, std::vector<std::unique_ptr<Wire>> wires);

    /// Once a frame: readings of all devices since the last call, oldest first for each device, with force_n
    /// wherever the device has a force at all. t_s: the wall clock, from any start. Never throws.
    const std::vector<HandReading>& poll(double t_s);

    /// Of the last poll.
    [[nodiscard]] const std::vector<HandReading>& readings() const { return readings_; }

    /// Keys that buttons of devices stand for, since the last call.
    std::vector<Key> take_keys();

    /// The mouse first, then all others, plugged in or not.
    [[nodiscard]] std::vector<DeviceState> devices() const;

    /// nullptr: no such device.
    [[nodiscard]] static const DeviceState* find(const std::vector<DeviceState>& devices,
                                                 const std::string& id);

    [[nodiscard]] Calibration calibration(const std::string& id) const;

    /// Sets it at once and keeps it in the file. Throws UserError when it cannot be written; it holds until
    /// the program ends even then.
    void calibrate(const std::string& id, const Calibration& calibration);

    /// A load cell that rests off its zero, and what it says of nothing.
    [[nodiscard]] std::optional<OffZero> off_zero() const;

    /// True while a device feels a force that no drift makes: somebody presses, or something lies on it.
    [[nodiscard]] bool pressed() const;

    /// What that load cell rests at becomes its zero; nothing when it does not rest off zero. Throws as
    /// calibrate does.
    void take_zero(const std::string& id);

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

    /// Sends the run's figures to whoever was named for them.
    void report(const OscReport& report);

private:
    void apply(HandReading& reading) const;
    void watch_rest(const HandReading& reading, double t_s);

    DeviceFile settings_;
    std::filesystem::path file_;
    std::vector<std::unique_ptr<Wire>> wires_;
    OscPort* osc_ = nullptr; ///< one of wires_
    std::vector<HandReading> readings_;
    std::map<std::string, RestDrift> rests_; ///< of load cells, by id
    std::map<std::string, float> felt_n_;    ///< what each device last felt: it speaks less often than asked
};

} // namespace tactus::devices
