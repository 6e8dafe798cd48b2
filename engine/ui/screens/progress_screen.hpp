#pragma once
/// How a student is getting on: what is due, and drill by drill the scores, the best, the level.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/progress.hpp"

#include <string>
#include <string_view>

namespace tactus::ui {

struct ProgressView {
    std::string_view student; ///< "" = guest
    const Progress& progress;
    std::string_view report; ///< where it was written, or that it is being written
};

struct ProgressScreen {
    int first = 0; ///< row at the top
};

void draw_progress_screen(Canvas& canvas, Interaction& interaction, const ProgressView& view,
                          ProgressScreen& state, Commands& ask);

} // namespace tactus::ui
