#pragma once
/// Plays a run again, or lets an expert do a drill, step by step, to see its trace. The caller decides where
/// and how fast: a run of a minute takes about as long on a small machine.

#include "sim/hands/stroke_file.hpp"
#include "sim/replay/recording.hpp"
#include "sim/replay/run_trace.hpp"

#include <memory>

namespace tactus::replay {

class TracedRun {
public:
    /// What was recorded. Builds the session (about a second).
    TracedRun(Recording recording, int threads);

    /// Those strokes; the run can then be kept as a recording. device: what its origin says.
    TracedRun(const session::Setup& setup, hands::StrokeTrack strokes, std::string device, int threads);
    ~TracedRun();
    TracedRun(const TracedRun&) = delete;
    TracedRun& operator=(const TracedRun&) = delete;
    TracedRun(TracedRun&&) = delete;
    TracedRun& operator=(TracedRun&&) = delete;

    /// One step of 1/240 s; nothing once it is over.
    void step();

    [[nodiscard]] bool finished() const;
    [[nodiscard]] double progress() const; ///< 0..1

    [[nodiscard]] RunTrace trace() const;

    /// The recording that is played, or the one that was made of the strokes so far: practice, since no
    /// student did it.
    [[nodiscard]] Recording recording() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tactus::replay
