#pragma once
/// A run under way in a few words, for the wall of the class.

#include "sim/drills/drill.hpp"
#include "sim/school/live.hpp"
#include "sim/session/snapshot.hpp"

#include <string>

namespace tactus::app {

/// At this discomfort, of 0 to 10, somebody should come. A design value: 7 and more is severe pain on the
/// numerical rating scale.
inline constexpr float alarm_discomfort = 7;

school::Live live_of_run(const std::string& student, const drills::Drill& drill, const session::Snapshot& now,
                         bool paused);

/// While the card of a run is on the screen.
school::Live live_of_result(const std::string& student, const drills::Drill& drill, double score,
                            const std::string& grade);

} // namespace tactus::app
