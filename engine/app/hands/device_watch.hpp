#pragma once
/// Notices when a device that a run was done with is pulled out, and when it is there again. Pure.

#include "engine/devices/device.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

class DeviceWatch {
public:
    enum class Change { none, lost, back };

    /// One frame. at_work: ids of the devices that press now. A device counts as in use from its first press
    /// on; a sender over OSC, which has no plug, only while it presses.
    Change update(const std::vector<devices::DeviceState>& devices, const std::vector<std::string>& at_work);

    /// The device that is missing; nullopt when none is.
    [[nodiscard]] const std::optional<devices::DeviceState>& lost() const { return lost_; }

    /// The run goes on without it: it is not missed any more.
    void go_on_without();

    /// Names of all devices that pressed so far, in order of their first press: "mouse, load cell on ...".
    [[nodiscard]] std::string names() const;

private:
    struct Used {
        devices::DeviceState device;
        bool pressing = false; ///< in the frame before
    };

    std::vector<Used> used_;
    std::optional<devices::DeviceState> lost_;
    std::vector<std::string> forgotten_; ///< ids that the run goes on without
};

} // namespace tactus::app
