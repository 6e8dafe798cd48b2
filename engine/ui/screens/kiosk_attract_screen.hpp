#pragma once
/// What a stand shows while nobody is there: an expert's hands on the client, one moving sentence, and where
/// to touch. Any press begins.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <optional>
#include <string>

namespace tactus::ui {

struct AttractView {
    std::optional<Vec2> hand; ///< of the expert on the screen, logical pixels
    std::optional<Vec2> free; ///< a place of the back to touch
    double time_s = 0;        ///< since the loop began
    int scene = 0;            ///< how many there were before; each has its sentence
    bool still = false;       ///< nothing swells or travels
    std::string missing;      ///< a device that staff should look after; empty = none
};

void draw_attract_screen(Canvas& canvas, Interaction& interaction, const AttractView& view, Commands& ask);

} // namespace tactus::ui
