#include "sim/drills/ladder.hpp"

#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tactus::drills {

namespace {

constexpr double loop_s = 600;
constexpr double longest_look_s = 90; ///< back for a pass: none is longer, and more costs time

/// Around the geometric middle. A band from zero has none, and stays.
std::optional<scoring::Band> with_width(const std::optional<scoring::Band>& band, float width) {
    if (!band || band->low <= 0) {
        return band;
    }
    const float middle = std::sqrt(band->low * band->high);
    const auto ratio = static_cast<float>(
        math::exp(0.5 * static_cast<double>(width) * math::log(static_cast<double>(band->high) / band->low)));
    return scoring::Band{middle / ratio, middle * ratio};
}

} // namespace

scoring::Task with_width(scoring::Task task, float width) {
    task.force_n = with_width(task.force_n, width);
    task.speed_m_s = with_width(task.speed_m_s, width);
    task.beat_hz = with_width(task.beat_hz, width);
    return task;
}

Drill looped(const Drill& drill, int step) {
    assert(step >= 0 && step < static_cast<int>(drill.steps.size()));
    Drill loop = drill;
    loop.steps = {drill.steps[static_cast<std::size_t>(step)]};
    loop.steps.front().duration_s = loop_s;
    return loop;
}

std::optional<int> step_for_ladder(const Drill& drill, int from) {
    const int count = static_cast<int>(drill.steps.size());
    for (int k = 0; k < count; ++k) {
        const int step = (from + k) % count;
        if (scoring::comes_in_passes(drill.steps[static_cast<std::size_t>(step)].task)) {
            return step;
        }
    }
    return std::nullopt;
}

void Ladder::take(const scoring::Pass& pass) {
    ++state_.passes;
    state_.last_end_s = pass.end_s;
    state_.last_fault = pass.fault;
    state_.widened = false;
    if (pass.clean()) {
        ++state_.clean;
        state_.failures = 0;
        state_.rung = std::min(state_.rung + 1, ladder_rungs - 1);
        state_.highest = std::max(state_.highest, state_.rung);
    } else if (++state_.failures >= failures_to_step_down) {
        state_.failures = 0;
        state_.widened = state_.rung > 0;
        state_.rung = std::max(state_.rung - 1, 0);
    }
}

void Ladder::watch(const anatomy::Anatomy& anatomy, const strokes::ContactTrace& trace,
                   const scoring::Rubric& rubric) {
    if (trace.samples.empty()) {
        return;
    }
    const double from_s = std::max(state_.last_end_s, trace.samples.back().t_s - longest_look_s);
    if (const auto pass = scoring::next_pass(anatomy, trace, task(), from_s, rubric)) {
        take(*pass);
    }
}

scoring::Task Ladder::task() const {
    return drills::with_width(task_, ladder_widths[static_cast<std::size_t>(state_.rung)]);
}

} // namespace tactus::drills
