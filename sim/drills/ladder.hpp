#pragma once
/// Ladder practice: one step of a drill again and again, in a band that narrows after a clean pass and widens
/// after two failures. Never graded.

#include "sim/drills/drill.hpp"
#include "sim/scoring/pass.hpp"

#include <array>
#include <optional>
#include <string>

namespace tactus::drills {

/// Width of the bands on each rung, as a share of the drill's own on a logarithmic scale (a force is felt by
/// ratios, facts 3.7). Design values: it begins half as wide again; the top is a tracking error that experts
/// keep to (facts 8.2: 10 % of spread within 20-45 N).
inline constexpr std::array ladder_widths{1.5F, 1.25F, 1.0F, 0.85F, 0.7F, 0.6F, 0.5F, 0.4F};
inline constexpr int ladder_rungs = static_cast<int>(ladder_widths.size());

/// The rung on which the bands are those of the drill.
inline constexpr int rung_of_the_drill = 2;

/// So many failures in a row, then a rung down. A design value: one may be a slip.
inline constexpr int failures_to_step_down = 2;

/// A task with force, pace and beat of so wide bands around their middles. The light way back stays.
scoring::Task with_width(scoring::Task task, float width);

/// The drill as that step of it alone, for ten minutes. The step must exist.
Drill looped(const Drill& drill, int step);

/// The first step from `from` on, going round, that a ladder can loop; nullopt: the drill has none.
std::optional<int> step_for_ladder(const Drill& drill, int from = 0);

/// Where a student stands. Plain values.
struct LadderState {
    int rung = 0;    ///< 0 is the widest
    int highest = 0; ///< so far
    int passes = 0;
    int clean = 0;
    int failures = 0;       ///< in a row
    bool widened = false;   ///< the last pass has led a rung down
    double last_end_s = 0;  ///< of the last pass
    std::string last_fault; ///< of the last pass; empty = it was clean, or there was none
};

class Ladder {
public:
    explicit Ladder(scoring::Task task) : task_(std::move(task)) {}

    void take(const scoring::Pass& pass);

    /// Takes the next pass of a run under way, once it is over. Ten times a second is enough.
    void watch(const anatomy::Anatomy& anatomy, const strokes::ContactTrace& trace,
               const scoring::Rubric& rubric);

    [[nodiscard]] const LadderState& state() const { return state_; }

    /// What is asked on this rung.
    [[nodiscard]] scoring::Task task() const;

private:
    scoring::Task task_;
    LadderState state_;
};

} // namespace tactus::drills
