#pragma once
/// F1: every key, over whatever is on the screen.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

namespace tactus::ui {

void draw_help_screen(Canvas& canvas, Interaction& interaction, Commands& ask);

} // namespace tactus::ui
