#include "engine/app/session/machine_speed.hpp"

#include <chrono>
#include <utility>

namespace tactus::app {

void MachineSpeed::try_with(RunSetup setup) {
    probing_ = std::async(std::launch::async, probe_speed, std::move(setup));
}

void MachineSpeed::update() {
    if (probing_.valid() && probing_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        probe_ = probing_.get();
    }
}

tissue::Setting MachineSpeed::setting() const {
    return told_ ? *told_ : probe_ ? probe_->setting : tissue::Setting::half;
}

std::string MachineSpeed::words() const {
    if (probe_) {
        return probe_words(*probe_);
    }
    return told_ ? "" : "Trying how fast this computer is...";
}

} // namespace tactus::app
