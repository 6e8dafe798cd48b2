#pragma once
/// What the program decides before there is a stage.

#include "engine/app/modes/kiosk_mode.hpp"
#include "engine/devices/device_set.hpp"
#include "engine/render/renderer.hpp"
#include "sim/session/session.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

struct StageSetup {
    render::Tier tier = render::Tier::low;
    std::filesystem::path data; ///< recordings go here
    std::string student; ///< whose runs they are, made when new; empty = the guest, or whoever is chosen
    std::filesystem::path settings_file;
    std::filesystem::path models;           ///< meshes of clients are kept here; empty = nowhere
    std::optional<double> hold_at_s;        ///< every run hurries there and stands still: for pictures
    std::optional<tissue::Setting> setting; ///< nullopt: probe the machine
    int threads = 1;                        ///< of a session
    std::vector<std::string> facts;         ///< what this computer is, for home and settings
    KioskSetup kiosk;
    devices::DeviceSet* devices = nullptr; ///< outlives the stage; null: the mouse alone
    bool exam = false;                     ///< drills run without feedback and cannot be retried
    bool accommodate = false;              ///< --accommodate: an aided press is graded
    bool mute = false;                     ///< --mute: whatever the settings say
    bool school = true;                    ///< the school that the data folder names is told of runs
    std::filesystem::path crash_report;    ///< of the program before this one; empty = it ended well
};

} // namespace tactus::app
