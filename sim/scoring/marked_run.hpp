#pragma once
/// A run laid out for marking: every step with its part of the trace and its strokes. Internal to scoring.

#include "sim/anatomy/anatomy.hpp"
#include "sim/scoring/evaluate.hpp"
#include "sim/strokes/beats.hpp"
#include "sim/strokes/stroke.hpp"

#include <span>
#include <vector>

namespace tactus::scoring {

/// A stroke as the step sees it.
struct MarkedStroke {
    strokes::Stroke stroke;
    bool whole = false; ///< a stroke of this step: long and straight enough, within a factor of 2 of the pace
    bool off_pace = false;  ///< more than twice as fast or slow as asked: another technique
    bool returning = false; ///< the light way back of a step that asks for one
};

struct MarkedTask {
    Task task;
    double begin_s = 0;
    double end_s = 0; ///< not after the end of the run
    std::span<const strokes::TraceSample> samples;
    std::size_t first_sample = 0;      ///< index of samples.front() in the trace
    std::vector<MarkedStroke> strokes; ///< of both hands, in order of time; a stroke belongs to the step
                                       ///< in which its middle lies
    std::array<strokes::Beats, contact::side_count> beats; ///< of a step of rhythm
    double right_technique = 1; ///< share of the work that was recognised as what the step asks for

    [[nodiscard]] double duration_s() const { return end_s - begin_s; }

    [[nodiscard]] bool allows(contact::ToolKind tool) const;

    /// The hand beats by coming down and leaving.
    [[nodiscard]] bool strikes(contact::Side hand) const {
        return beats[static_cast<std::size_t>(hand)].sign == strokes::BeatSign::touch;
    }

    /// Seconds spent in whole strokes, both hands together counting once.
    [[nodiscard]] double stroke_time_s() const;
    /// Seconds spent on what the step asks for: in whole strokes, in beats.
    [[nodiscard]] double work_time_s() const;
};

struct MarkedRun {
    const anatomy::Anatomy& anatomy;
    strokes::TraceView trace;
    const Rubric& rubric;
    const ClientOutcome& client;
    std::vector<MarkedTask> tasks; ///< those that had begun
    double end_s = 0;
    bool live = false; ///< the run goes on: leave out what is dear or can only be told at the end

    /// Share of the demanded time of strokes and rhythms that was spent on them, 0..1; 1 where none are asked
    /// for.
    [[nodiscard]] double work_share() const;
};

/// A stroke with the step that it belongs to.
struct StepStroke {
    const MarkedTask* task;
    const MarkedStroke* marked;
};

/// The strokes of all stroke steps, step by step in order of time. Pointers into `run`.
std::vector<StepStroke> step_strokes(const MarkedRun& run);

/// Those of them that are whole and do not return: what rhythm, evenness and symmetry are measured on.
std::vector<StepStroke> loaded_strokes(const MarkedRun& run);

MarkedRun lay_out(const anatomy::Anatomy& anatomy, const strokes::TraceView& trace,
                  std::span<const TimedTask> tasks, const Rubric& rubric, const ClientOutcome& client);

/// Fills in which share of each step's work was the technique that it asks for: too dear while a run goes on.
void recognise_techniques(MarkedRun& run);

/// Cosine between a heading and the way that the step asks for at (u, v); 1 for Direction::any.
double agreement(Direction direction, Vec2 heading, float u, float v);

} // namespace tactus::scoring
