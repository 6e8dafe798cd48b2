#pragma once
/// Under a replay: play and stop, step, speed, the time line with its moments, the other run's ghost.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/replay/run_trace.hpp"

#include <array>
#include <span>
#include <string_view>

namespace tactus::ui {

inline constexpr std::array replay_speeds{0.1, 0.25, 0.5, 1.0, 2.0, 4.0};

struct ReplayBar {
    double at_s = 0;
    double duration_s = 0;
    bool playing = true;
    bool over = false;        ///< at its end: playing begins anew
    double winding_to_s = -1; ///< hurries there; negative = it does not
    double speed = 1;         ///< one of replay_speeds
    std::span<const replay::Moment> moments;
    std::string_view ghost; ///< whose ghost can be shown: "Expert"; empty = nobody's
    bool ghost_shown = false;
    std::string_view title = "Replay";
};

/// Esc and the button leave; Space, comma and full stop, brackets, the page keys and C do what the buttons
/// do.
void draw_replay_bar(Canvas& canvas, Interaction& interaction, const ReplayBar& replay, Commands& ask);

/// The moment that Page Up or Page Down jumps to from `at_s`; nullptr = none. One just reached does not hold
/// it back.
const replay::Moment* next_moment(std::span<const replay::Moment> moments, double at_s, bool forward);

/// Logical pixels by which the bar reaches higher than the client's panel: a caption must stand above it.
float replay_bar_lift(Vec2 screen);

} // namespace tactus::ui
