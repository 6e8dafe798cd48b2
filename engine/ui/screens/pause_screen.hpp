#pragma once
/// A run standing still.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <string>
#include <string_view>

namespace tactus::ui {

struct PauseView {
    bool can_end = true;                ///< a drill may be ended early, practice only left
    std::string_view why;               ///< a sentence about what stopped the run; empty when a person did
    std::string_view leads_to = "Home"; ///< where it is left for
};

void draw_pause_screen(Canvas& canvas, Interaction& interaction, const PauseView& view, Commands& ask);

/// Of the device of that name, which was pulled out.
std::string missing_words(std::string_view device);

/// Of a computer that stood still for so long.
std::string standstill_words(double seconds);

} // namespace tactus::ui
