#pragma once
/// What tells one kind of run from another; the run screen is one and the same.

#include "sim/drills/drill.hpp"

namespace tactus::app {

/// Who moves the hands.
enum class Source {
    live,          ///< a device
    recording,     ///< an earlier run, frame by frame
    demonstration, ///< hands that stroke by themselves
};

struct RunPolicy {
    bool graded = true; ///< scored and recorded; practice is neither
    drills::Feedback feedback = drills::Feedback::full;
    bool retry = true;     ///< R starts again
    bool idle = false;     ///< somebody who walks away ends it (kiosk)
    bool countdown = true; ///< 3-2-1 before it
    bool panels = true;    ///< measures are shown; without them only the scene is
    bool result = true;    ///< ends in a result card
    Source source = Source::live;
};

inline RunPolicy drill_policy(const drills::Drill& drill) { return {.feedback = drill.feedback}; }

inline RunPolicy exam_policy() { return {.feedback = drills::Feedback::none, .retry = false}; }

inline RunPolicy practice_policy() { return {.graded = false, .countdown = false, .result = false}; }

inline RunPolicy kiosk_policy(const drills::Drill& drill) {
    return {.feedback = drill.feedback, .retry = false, .idle = true};
}

inline RunPolicy replay_policy() {
    return {
        .graded = false, .retry = false, .countdown = false, .result = false, .source = Source::recording};
}

/// The attract loop.
inline RunPolicy attract_policy() {
    return {.graded = false,
            .retry = false,
            .countdown = false,
            .panels = false,
            .result = false,
            .source = Source::demonstration};
}

/// The screen of a drill with hands that stroke by themselves: for pictures and measurements.
inline RunPolicy demonstration_policy() {
    return {.retry = false, .countdown = false, .source = Source::demonstration};
}

} // namespace tactus::app
