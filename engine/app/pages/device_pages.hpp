#pragma once
/// The devices, and the calibration and latency pages as they go on: which device, what it said so far, what
/// is kept.

#include "engine/devices/calibration/press_gesture.hpp"
#include "engine/devices/device_set.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/screens/calibration_screen.hpp"

#include <array>
#include <string>

namespace tactus::app {

class DevicePages {
public:
    /// Begin anew with that device.
    void open_calibration(const std::string& device, const devices::DeviceSet& set);
    void open_latency(const std::string& device, const devices::DeviceSet& set);

    /// Takes back the last press, weight or tap; once done, the new values as a whole, or back again. Throws
    /// UserError when the file cannot be written.
    void undo(devices::DeviceSet& set);

    /// Ends a load cell's page after its first stage: the new zero, the slope as it was. Nothing when it has
    /// no slope yet. Throws UserError when the file cannot be written.
    void keep_tare(devices::DeviceSet& set);

    void change_weights(); ///< the next pair of usual weights

    /// The list of devices, from which a page is opened.
    static void draw_list(ui::Canvas& canvas, ui::Interaction& interaction, const devices::DeviceSet& set,
                          ui::Commands& ask);

    /// One frame of the open page: hears the device, then draws. wall_s: the clock that the cue runs on.
    /// Throws UserError when the file cannot be written.
    void show(ui::Canvas& canvas, ui::Interaction& interaction, devices::DeviceSet& set, double wall_s,
              bool reduced_motion, ui::Commands& ask);

private:
    enum class Kind { press, scale, latency };

    void open(const std::string& device, const devices::DeviceSet& set, Kind kind);
    void hear(const devices::HandReading& reading, double t_s);
    void hear_mouse(const ui::Interaction& interaction, double t_s);
    void set_level(double t_s, float level);
    [[nodiscard]] bool complete() const;
    void finish(devices::DeviceSet& set);
    void toggle(devices::DeviceSet& set);
    void draw(ui::Canvas& canvas, ui::Interaction& interaction, double wall_s, bool reduced_motion,
              ui::Commands& ask) const;

    Kind kind_ = Kind::press;
    std::string device_;
    std::string name_;
    devices::Calibration before_; ///< as it was when the page opened
    devices::Calibration after_;
    devices::PressCalibration presses_;
    std::size_t weights_ = 0;
    devices::ScaleCalibration scale_{1, 5};
    devices::TapLatency taps_;
    devices::PressGesture gesture_;
    ui::CalibrationEnd end_;
    float level_ = 0;            ///< 0..1, how hard it presses now
    double reading_ = 0;         ///< of a load cell
    bool knows_newtons_ = false; ///< the cell says newtons, or was calibrated
};

} // namespace tactus::app
