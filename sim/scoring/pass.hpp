#pragma once
/// One pass of what a step repeats: a stroke, eight beats, a hold. Practice of one stroke loops over it and
/// says after each whether it was clean.

#include "sim/anatomy/anatomy.hpp"
#include "sim/scoring/rubric.hpp"
#include "sim/scoring/task.hpp"
#include "sim/strokes/contact_trace.hpp"

#include <optional>
#include <string>

namespace tactus::scoring {

struct Pass {
    double begin_s = 0;
    double end_s = 0;
    double in_band = 0; ///< share of its loaded time, or of its blows, with the force in the band
    std::string fault;  ///< what was most wrong, in a few words; empty = it was clean

    [[nodiscard]] bool clean() const { return fault.empty(); }
};

/// True for steps that come in passes and ask for a force: strokes, beats on the skin, holds.
bool comes_in_passes(const Task& task);

/// The first pass of the task that was begun after from_s and is over by now; nullopt: none yet. Takes no
/// look before from_s: give the end of the pass before. Pure.
std::optional<Pass> next_pass(const anatomy::Anatomy& anatomy, const strokes::ContactTrace& trace,
                              const Task& task, double from_s, const Rubric& rubric);

} // namespace tactus::scoring
