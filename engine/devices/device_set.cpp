#include "engine/devices/device_set.hpp"

#include "engine/devices/wires/gamepads.hpp"
#include "engine/devices/wires/midi_pads.hpp"
#include "engine/devices/wires/pen_and_touch.hpp"
#include "engine/devices/wires/serial_scale.hpp"

#include <algorithm>
#include <utility>

namespace tactus::devices {

namespace {

/// What rested at a load cell that says nothing any more is not known.
constexpr double longest_silence_s = 2;

} // namespace

DeviceSet::DeviceSet(DeviceFile settings, std::filesystem::path file, GLFWwindow* window)
    : settings_(std::move(settings)), file_(std::move(file)) {
    if (window != nullptr) {
        wires_.push_back(std::make_unique<PenAndTouch>(window));
        wires_.push_back(std::make_unique<Gamepads>(glfw_gamepads()));
    }
    for (const SerialPortSettings& scale : settings_.scales) {
        wires_.push_back(std::make_unique<SerialScale>(scale));
    }
    if (!settings_.osc_listen.empty() || !settings_.osc_send.empty()) {
        auto osc = std::make_unique<OscPort>(parse_osc_address(settings_.osc_listen),
                                             parse_osc_address(settings_.osc_send));
        osc_ = osc.get();
        wires_.push_back(std::move(osc));
    }
    if (const auto midi = midi_system_named(settings_.midi); midi && *midi != MidiSystem::off) {
        wires_.push_back(std::make_unique<MidiPads>(*midi));
    }
}

DeviceSet::DeviceSet(DeviceFile settings, std::filesystem::path file,
                     std::vector<std::unique_ptr<Wire>> wires)
    : settings_(std::move(settings)), file_(std::move(file)), wires_(std::move(wires)) {}

void DeviceSet::apply(HandReading& reading) const {
    const auto found = settings_.calibrations.find(reading.device);
    const bool known = found != settings_.calibrations.end();
    if (reading.load && known && found->second.line) {
        reading.force_n = std::max(found->second.line->newtons(*reading.load), 0.0F);
    } else if (reading.press) {
        const bool own = known && found->second.curve;
        reading.force_n = (own ? *found->second.curve : PressCurve()).newtons(*reading.press);
    } else if (reading.force_n) {
        reading.force_n = std::max(*reading.force_n, 0.0F);
    }
}

void DeviceSet::watch_rest(const HandReading& reading, double t_s) {
    const std::optional<ScaleLine> line = calibration(reading.device).line;
    if (reading.load && (line || reading.force_n)) {
        const double newtons = line ? line->newtons(*reading.load) : *reading.force_n;
        rests_[reading.device].hear(t_s, *reading.load, newtons);
    }
}

const std::vector<HandReading>& DeviceSet::poll(double t_s) {
    readings_.clear();
    for (const std::unique_ptr<Wire>& wire : wires_) {
        wire->poll(readings_);
    }
    for (HandReading& reading : readings_) {
        watch_rest(reading, t_s); // before what is below zero is cut off
        apply(reading);
        if (reading.force_n || reading.lifted) {
            felt_n_[reading.device] = reading.lifted ? 0 : *reading.force_n;
        }
    }
    std::erase_if(rests_, [&](const auto& rest) { return t_s - rest.second.last_s() > longest_silence_s; });
    return readings_;
}

std::vector<Key> DeviceSet::take_keys() {
    std::vector<Key> keys;
    for (const std::unique_ptr<Wire>& wire : wires_) {
        const std::vector<Key> more = wire->take_keys();
        keys.insert(keys.end(), more.begin(), more.end());
    }
    return keys;
}

std::vector<DeviceState> DeviceSet::devices() const {
    std::vector<DeviceState> all{{.kind = DeviceKind::mouse,
                                  .id = "mouse",
                                  .name = "mouse or trackpad",
                                  .connected = true,
                                  .trouble = {}}};
    for (const std::unique_ptr<Wire>& wire : wires_) {
        const std::vector<DeviceState> here = wire->devices();
        all.insert(all.end(), here.begin(), here.end());
    }
    return all;
}

const DeviceState* DeviceSet::find(const std::vector<DeviceState>& devices, const std::string& id) {
    const auto at = std::ranges::find(devices, id, &DeviceState::id);
    return at == devices.end() ? nullptr : &*at;
}

Calibration DeviceSet::calibration(const std::string& id) const {
    const auto at = settings_.calibrations.find(id);
    return at == settings_.calibrations.end() ? Calibration{} : at->second;
}

void DeviceSet::calibrate(const std::string& id, const Calibration& calibration) {
    if (calibration == Calibration{}) {
        settings_.calibrations.erase(id);
    } else {
        settings_.calibrations[id] = calibration;
    }
    write_device_file(file_, settings_);
}

std::optional<OffZero> DeviceSet::off_zero() const {
    for (const auto& [device, rest] : rests_) {
        if (const auto resting = rest.off_zero()) {
            return OffZero{.device = device, .newtons = resting->newtons};
        }
    }
    return std::nullopt;
}

bool DeviceSet::pressed() const {
    return std::ranges::any_of(felt_n_, [](const auto& felt) { return felt.second > RestDrift::most_n; });
}

void DeviceSet::take_zero(const std::string& id) {
    const auto rest = rests_.find(id);
    const auto resting = rest == rests_.end() ? std::nullopt : rest->second.off_zero();
    if (resting) {
        Calibration made = calibration(id);
        made.line = made.line.value_or(ScaleLine{});
        made.line->zero = resting->reading;
        rests_.erase(rest);
        calibrate(id, made);
    }
}

void DeviceSet::report(const OscReport& report) {
    if (osc_ != nullptr) {
        osc_->send(report);
    }
}

} // namespace tactus::devices
