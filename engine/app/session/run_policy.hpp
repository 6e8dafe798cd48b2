#pragma once
/// What tells one kind of run from another; the run screen is one and the same.

#include "engine/ui/practice.hpp"
#include "sim/drills/learning.hpp"

namespace tactus::app {

/// Who moves the hands.
enum class Source {
    live,          ///< a device
    recording,     ///< an earlier run, frame by frame
    demonstration, ///< hands that stroke by themselves, the same way each time: for pictures
    expert,        ///< a simulated expert who does the drill
};

struct RunPolicy {
    bool graded = true; ///< scored and recorded; practice is neither
    bool aided = false; ///< the pointer's press is made easier: the result says so
    bool counts = true; ///< false: the score is kept as practice
    drills::Feedback feedback = drills::Feedback::full;
    bool interrupted = false;                    ///< the program ended in the middle of it: practice
    double speed = 1;                            ///< simulated seconds a second; slower is practice
    ui::Practice practice = ui::Practice::whole; ///< any other way never counts
    int ladder_step = 0;                         ///< that a ladder loops
    bool retry = true;                           ///< R starts again
    bool idle = false;                           ///< somebody who walks away ends it (kiosk)
    bool countdown = true;                       ///< 3-2-1 before it
    bool panels = true;                          ///< measures are shown; without them only the scene is
    bool visitor = false;                        ///< shown for a passer-by, in their language (kiosk)
    bool recorded = true;                        ///< false: nothing of it is kept
    bool result = true;                          ///< ends in a result card
    bool trial = false;                          ///< of a drill in the editor: nothing is kept, back to it
    Source source = Source::live;
};

/// reached: the student's level of feedback. With more of it than that, or slower than life, the run is
/// practice.
inline RunPolicy drill_policy(drills::Feedback reached, drills::Feedback feedback, double speed = 1) {
    return {
        .counts = !drills::tells_more(feedback, reached) && speed >= 1, .feedback = feedback, .speed = speed};
}

inline RunPolicy exam_policy() { return {.feedback = drills::Feedback::none, .retry = false}; }

inline RunPolicy practice_policy() { return {.graded = false, .countdown = false, .result = false}; }

inline RunPolicy kiosk_policy(const drills::Drill& drill) {
    return {.feedback = drill.feedback, .retry = false, .idle = true, .visitor = true, .recorded = false};
}

inline RunPolicy replay_policy() {
    return {
        .graded = false, .retry = false, .countdown = false, .result = false, .source = Source::recording};
}

/// A drill that is being written, tried out: scored, but for nobody.
inline RunPolicy trial_policy(drills::Feedback feedback) {
    return {.graded = false, .counts = false, .feedback = feedback, .trial = true};
}

/// The attract loop.
inline RunPolicy attract_policy() {
    return {.graded = false,
            .retry = false,
            .countdown = false,
            .panels = false,
            .result = false,
            .source = Source::expert};
}

/// The screen of a drill with hands that stroke by themselves: for pictures and measurements.
inline RunPolicy demonstration_policy() {
    return {.retry = false, .countdown = false, .source = Source::demonstration};
}

/// The same drill practised in that way.
inline RunPolicy practised(RunPolicy policy, ui::Practice practice, int ladder_step) {
    policy.practice = practice;
    policy.ladder_step = ladder_step;
    policy.counts = policy.counts && practice == ui::Practice::whole;
    return policy;
}

} // namespace tactus::app
