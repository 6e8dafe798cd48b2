#pragma once
/// Wait mode: the drill's clock goes on only while the student does what the step asks.

#include "sim/anatomy/anatomy.hpp"
#include "sim/scoring/task.hpp"
#include "sim/strokes/contact_trace.hpp"

#include <cstdint>
#include <string_view>

namespace tactus::drills {

/// What is missing, worst first.
enum class Lack : std::uint8_t { nothing, contact, place, lighter, harder };

/// "Lay a hand on", "Press less".
std::string_view lack_words(Lack lack);

/// What the hand that presses most lacks of the step's force and place at that moment. A step of words lacks
/// nothing. Pure.
Lack lack_of(const scoring::Task& task, const anatomy::Anatomy& anatomy, const strokes::TraceSample& now);

/// Tells from moment to moment whether the clock waits: only when something was missing for longer than a
/// stroke takes to turn, or a hand to come down again in the step's beat.
class Waiting {
public:
    /// now: the newest sample. Call at 120 Hz or less.
    void watch(const scoring::Task& task, const anatomy::Anatomy& anatomy, const strokes::TraceSample& now);

    [[nodiscard]] bool waits() const { return waits_; }

    [[nodiscard]] Lack lack() const { return waits_ ? lack_ : Lack::nothing; }

private:
    double right_s_ = 0; ///< when nothing was missing last
    bool waits_ = false;
    Lack lack_ = Lack::nothing;
};

} // namespace tactus::drills
