#pragma once
/// The list of recordings on this computer.

#include "engine/ui/catalogue.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <span>

namespace tactus::ui {

struct ReplaysScreen {
    int first = 0; ///< row at the top
};

void draw_replays_screen(Canvas& canvas, Interaction& interaction, std::span<const ReplayEntry> replays,
                         ReplaysScreen& state, Commands& ask);

} // namespace tactus::ui
