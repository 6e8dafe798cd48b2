#pragma once
/// Before a drill: its goal, what is measured, who lies there, how to use the mouse. Space starts.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/client/client.hpp"
#include "sim/drills/drill.hpp"

#include <string_view>

namespace tactus::ui {

struct BriefView {
    const drills::Drill& drill;
    const client::Client& client;
    std::string_view note; ///< how well this computer solves the tissue, or what start will wait for
};

void draw_brief_screen(Canvas& canvas, Interaction& interaction, const BriefView& view, Commands& ask);

} // namespace tactus::ui
