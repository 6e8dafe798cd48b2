#pragma once
/// How finely runs on this computer are solved: as it was told, or as a trial in the background finds. Main
/// thread.

#include "engine/app/session/speed_probe.hpp"

#include <future>
#include <memory>
#include <optional>
#include <string>

namespace tactus::app {

class MachineSpeed {
public:
    /// told: nullopt = the computer is tried.
    explicit MachineSpeed(std::optional<tissue::Setting> told) : told_(told) {}

    /// Nobody has told it, and no trial was begun.
    [[nodiscard]] bool untried() const { return !told_ && !probe_ && !probing_.valid(); }

    /// Begins the trial, on a thread of its own.
    void try_with(RunSetup setup);

    /// Once a frame: takes what the trial found.
    void update();

    [[nodiscard]] bool known() const { return told_ || probe_; }

    /// False where even the coarsest setting was found too slow; whoever tells a setting answers for it.
    [[nodiscard]] bool keeps_pace() const { return told_ || (probe_ && probe_->keeps_pace); }

    /// Of the next run; the coarsest until it is known.
    [[nodiscard]] tissue::Setting setting() const;

    /// What was found, or that it is being tried; "" = it was told.
    [[nodiscard]] std::string words() const;

private:
    std::optional<tissue::Setting> told_;
    std::future<SpeedProbe> probing_;
    std::optional<SpeedProbe> probe_;
};

} // namespace tactus::app
