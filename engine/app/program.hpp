#pragma once
/// What `tactus` does, one function a purpose; each returns the exit code and throws UserError.

#include "engine/app/options.hpp"

namespace tactus::app {

/// The interactive program, or --frames of it; offscreen when there is no display and --frames bounds it.
int run_program(const Options& options);

/// --screenshot.
int make_picture(const Options& options);

/// --health: one line of JSON; 1 when something is missing.
int report_health(const Options& options);

/// --list-devices: a line a device; what it is, where, whether it works, how it is calibrated.
int list_devices(const Options& options);

/// Picks one of the above.
int run(const Options& options);

} // namespace tactus::app
