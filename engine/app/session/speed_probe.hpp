#pragma once
/// How finely this computer can solve the tissue at 240 steps a second: tried before a run, never during one.

#include "engine/app/session/run_core.hpp"

#include <string>

namespace tactus::app {

struct SpeedProbe {
    tissue::Setting setting = tissue::Setting::half;
    double step_ms = 0;      ///< of a stroking hand under that setting
    bool keeps_pace = false; ///< even the coarsest setting may be too slow
};

/// Strokes for a third of a second under each setting, finest first, and takes the first that leaves room.
/// setup.session.setting is ignored. Takes up to a few seconds; any thread.
SpeedProbe probe_speed(RunSetup setup);

/// "Tissue: fine (2.1 ms a step)".
std::string probe_words(const SpeedProbe& probe);

} // namespace tactus::app
