#pragma once
/// From what was done and what was asked to marks with reasons (facts 7.3). Pure.

#include "sim/anatomy/anatomy.hpp"
#include "sim/client/body_event.hpp"
#include "sim/client/conduct.hpp"
#include "sim/scoring/rubric.hpp"
#include "sim/scoring/score.hpp"
#include "sim/scoring/task.hpp"
#include "sim/strokes/contact_trace.hpp"

#include <array>
#include <span>

namespace tactus::scoring {

/// One step of a drill: when it ran and what it asked.
struct TimedTask {
    double begin_s;
    double end_s;
    Task task;
};

/// What the client's side adds to the trace.
struct ClientOutcome {
    std::vector<float> trigger_point_tension; ///< per anatomy trigger point, at the end; 1 at the start
    int check_ins = 0;
    int guard_events = 0;
    float guard_threshold = 7.5F; ///< discomfort at which this client starts to guard (facts 5.4, G)
    const client::Condition* condition = nullptr; ///< nullptr = none; must outlive the call, as what follows
    const client::Conduct* conduct = nullptr;
    std::span<const client::BodyEvent> body_events;
    bool interview_due = false; ///< the drill asks for an interview: to hold none is marked too
    float tone_start = 0;       ///< mean muscle tone, 0..1; 0 = not known
    float tone_now = 0;

    /// Marked for an interview: a drill without one is not, unless one was held.
    [[nodiscard]] bool interviewed() const {
        return condition != nullptr && conduct != nullptr && (interview_due || conduct->interviewed());
    }
};

/// What a run is measured by: the rubric, and how much the drill weighs each of its groups. Both must outlive
/// the call.
struct Marking {
    const Rubric& rubric;
    const std::array<double, group_count>& weights;
};

Score evaluate(const anatomy::Anatomy& anatomy, const strokes::ContactTrace& trace,
               std::span<const TimedTask> tasks, const Marking& marking, const ClientOutcome& client);

/// What the screen shows while a run goes on: of its last three minutes. Cheap, may be called at 4 Hz on the
/// trace so far.
struct LiveMarks {
    std::array<std::optional<double>, group_count> groups;
    double total = 0;
    double band_share = 0;
    double target_distance_m = -1;
    double hold_s = 0;
};

LiveMarks evaluate_live(const anatomy::Anatomy& anatomy, const strokes::ContactTrace& trace,
                        std::span<const TimedTask> tasks, const Marking& marking,
                        const ClientOutcome& client);

} // namespace tactus::scoring
