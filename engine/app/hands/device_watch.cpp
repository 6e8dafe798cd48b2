#include "engine/app/hands/device_watch.hpp"

#include "engine/devices/device_set.hpp"

#include <algorithm>

namespace tactus::app {

using devices::DeviceKind;
using devices::DeviceSet;
using devices::DeviceState;

DeviceWatch::Change DeviceWatch::update(const std::vector<DeviceState>& devices,
                                        const std::vector<std::string>& at_work) {
    const auto pressing = [&](const std::string& id) {
        return std::ranges::find(at_work, id) != at_work.end();
    };
    for (const std::string& id : at_work) {
        const bool known = std::ranges::any_of(used_, [&](const Used& used) { return used.device.id == id; });
        const DeviceState* device = DeviceSet::find(devices, id);
        if (!known && device != nullptr) {
            used_.push_back({.device = *device});
        }
        if (device != nullptr && device->connected) {
            std::erase(forgotten_, id);
        }
    }
    Change change = Change::none;
    if (lost_) {
        const DeviceState* device = DeviceSet::find(devices, lost_->id);
        if (device != nullptr && device->connected) {
            lost_.reset();
            change = Change::back;
        }
        return change;
    }
    for (Used& used : used_) {
        const DeviceState* device = DeviceSet::find(devices, used.device.id);
        const bool gone = device == nullptr || !device->connected;
        const bool missed = used.device.kind != DeviceKind::osc || used.pressing;
        if (gone && missed && !lost_ && std::ranges::find(forgotten_, used.device.id) == forgotten_.end()) {
            lost_ = used.device;
            change = Change::lost;
        }
        used.pressing = pressing(used.device.id);
    }
    return change;
}

void DeviceWatch::go_on_without() {
    if (lost_) {
        forgotten_.push_back(lost_->id);
        lost_.reset();
    }
}

std::string DeviceWatch::names() const {
    std::string all;
    for (const Used& used : used_) {
        all += (all.empty() ? "" : ", ") + used.device.name;
    }
    return all;
}

} // namespace tactus::app
