#pragma once
/// A run standing still.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

namespace tactus::ui {

/// can_end: a drill may be ended early, practice only left. missing: name of the device that was pulled out,
/// else empty; the run goes on by itself once it is back.
void draw_pause_screen(Canvas& canvas, Interaction& interaction, bool can_end, std::string_view missing,
                       Commands& ask);

} // namespace tactus::ui
