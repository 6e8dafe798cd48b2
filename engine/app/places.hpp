#pragma once
/// What the programs derive from their options.

#include "engine/app/options.hpp"
#include "engine/app/presenter.hpp"
#include "engine/devices/calibration/device_file.hpp"

namespace tactus::app {

/// Makes the folder that `flag` names, where it is missing. Throws UserError.
void make_folder(const std::filesystem::path& folder, const std::string& flag);

/// --data, else the XDG data folder. Throws UserError.
std::filesystem::path data_folder(const Options& options);

/// --threads, else one on a small machine, where the picture needs the other core, and up to four.
int simulation_threads(const Options& options);

/// True when a file can be made in that folder.
bool writable(const std::filesystem::path& folder);

/// Where a fault of the program's own is put down: beside other logs, or in the folder of --data.
std::filesystem::path crash_file(const Options& options);

StageSetup stage_setup(const Options& options, const Presenter& presenter);

/// kiosk.toml, beside config.toml; its folder need not exist.
std::filesystem::path kiosk_file(const Options& options);

/// Of kiosk.toml. A kiosk goes on without its folders: where --data or the XDG places cannot be written,
/// options.data becomes one for temporary files, and a note tells the staff. Throws UserError when kiosk.toml
/// is malformed.
KioskSetup kiosk_setup(Options& options);

/// devices.toml, beside config.toml.
std::filesystem::path device_file(const Options& options);

/// What devices.toml says, with the flags --scale, --osc-listen, --osc-send and --midi over it. Throws
/// UserError.
devices::DeviceFile device_settings(const Options& options);

/// Prints the count of validation messages when they were asked for; the exit code.
int validation_verdict(const Options& options, const Presenter& presenter);

} // namespace tactus::app
