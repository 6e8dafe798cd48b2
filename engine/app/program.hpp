#pragma once
/// What `tactus` does, one function a purpose; each returns the exit code and throws UserError.

#include "engine/app/options.hpp"

namespace tactus::app {

/// The interactive program, or --frames of it; offscreen when there is no display and --frames bounds it.
int run_program(const Options& options);

class KioskService;

/// The program on a window, until it ends or the kiosk that it is wants it to; window and kiosk may be null.
int run_stage(const Options& options, platform::Window* window, KioskService* kiosk);

/// --mode kiosk: the program as a stand, for weeks. Returns left_by_staff when staff ended it.
int run_kiosk(const Options& options);

/// Tells a service manager not to start the kiosk again (assets/system, RestartPreventExitStatus).
inline constexpr int left_by_staff = 4;

/// --kiosk-pin.
int set_kiosk_pin(const Options& options);

/// --mode kiosk --health: what the kiosk on this computer says; 1 when none answers or its screen stands.
int report_kiosk_health(const Options& options);

/// --screenshot.
int make_picture(const Options& options);

/// --health: one line of JSON; 1 when something is missing.
int report_health(const Options& options);

/// --list-devices: a line a device; what it is, where, whether it works, how it is calibrated.
int list_devices(const Options& options);

/// Picks one of the above.
int run(const Options& options);

} // namespace tactus::app
