#pragma once
/// Ways to practise a drill that are never graded, and how one of them stands.

#include "sim/drills/ladder.hpp"
#include "sim/drills/waiting.hpp"

#include <cstdint>
#include <optional>

namespace tactus::ui {

enum class Practice : std::uint8_t {
    whole,  ///< none of them: the drill as it is
    ladder, ///< one step again and again, in a band that narrows
    wait,   ///< the clock waits until it is done right
};

/// What a brief offers.
struct PracticeChoice {
    Practice practice = Practice::whole;
    double speed = 1;
    std::optional<int> ladder_step; ///< that a ladder would loop; nullopt: this drill has none to loop
};

/// Of a run under way.
struct PracticeStatus {
    std::optional<drills::LadderState> ladder;
    bool clock_waits = false;                  ///< in wait mode: now
    drills::Lack lack = drills::Lack::nothing; ///< what it waits for
};

} // namespace tactus::ui
