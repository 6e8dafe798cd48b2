#pragma once
/// A run standing still.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

namespace tactus::ui {

struct PauseView {
    bool can_end = true;      ///< a drill may be ended early, practice only left
    std::string_view missing; ///< the device that was pulled out, else empty; back, the run goes on by itself
    std::string_view leads_to = "Home"; ///< where it is left for
};

void draw_pause_screen(Canvas& canvas, Interaction& interaction, const PauseView& view, Commands& ask);

} // namespace tactus::ui
