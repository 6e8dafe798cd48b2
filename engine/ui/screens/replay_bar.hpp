#pragma once
/// Under a replay: play, time line, speed.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <string_view>

namespace tactus::ui {

struct ReplayBar {
    double at_s = 0;
    double duration_s = 0;
    bool playing = true;
    std::string_view title = "Replay"; ///< "Replay", "Expert"
};

/// Esc and the button leave; a press on the line asks to seek.
void draw_replay_bar(Canvas& canvas, Interaction& interaction, const ReplayBar& replay, Commands& ask);

} // namespace tactus::ui
