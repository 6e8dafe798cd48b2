#pragma once
/// Choose a drill and who lies there.

#include "engine/ui/catalogue.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/screens/client_list.hpp"

namespace tactus::ui {

struct DrillsScreen {
    std::string drill; ///< chosen ids; empty = the first, and the drill's own client
    std::string client;
    int first = 0; ///< row of the list of drills
    ClientList clients;
};

void draw_drills_screen(Canvas& canvas, Interaction& interaction, const Catalogue& catalogue,
                        DrillsScreen& state, Commands& ask);

/// What a drill asks, in short lines: "20-45 N", "10-16 cm/s", "hold 30 s".
std::vector<std::string> task_lines(const scoring::Task& task);

} // namespace tactus::ui
