#pragma once
/// What is asked first when the program ended in the middle of something: what becomes of the run, and
/// whether its own report of the end is to be read.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <string_view>

namespace tactus::ui {

struct InterruptedView {
    std::string_view drill;   ///< name
    std::string_view client;  ///< name
    std::string_view student; ///< "" = guest
    std::string_view when;    ///< "30 Nov, 11:52"
    double duration_s = 0;    ///< that was kept
    bool may_go_on = true;    ///< an exam is not taken up again
};

void draw_interrupted_screen(Canvas& canvas, Interaction& interaction, const InterruptedView& view,
                             Commands& ask);

/// A run on its way to where it was; seconds of scored time.
void draw_catching_up(Canvas& canvas, double at_s, double to_s);

/// report: the file.
void draw_crash_screen(Canvas& canvas, Interaction& interaction, std::string_view report, Commands& ask);

} // namespace tactus::ui
