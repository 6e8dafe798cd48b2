#pragma once
/// A run standing still.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

namespace tactus::ui {

/// can_end: a drill may be ended early, practice only left.
void draw_pause_screen(Canvas& canvas, Interaction& interaction, bool can_end, Commands& ask);

} // namespace tactus::ui
