#pragma once
/// The program as a new process in its place, for what a process cannot recover from.

#include "engine/app/options.hpp"

namespace tactus::app {

/// Becomes the same program anew, with the same flags and --resume; does not return. Throws UserError when
/// the program cannot be started.
[[noreturn]] void start_anew(const Options& options);

/// False when this process was itself started so less than a minute ago: another one would fare no better.
bool may_start_anew(const Options& options, double alive_s);

} // namespace tactus::app
