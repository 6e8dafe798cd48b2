#pragma once
/// Two runs of one drill side by side: what of the back each reached, and one stroke of each by the way it
/// went.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/anatomy/skin_grid.hpp"
#include "sim/client/client.hpp"
#include "sim/replay/stroke_comparison.hpp"

#include <string>
#include <string_view>

namespace tactus::ui {

/// "Expert", "Your best", "Class best": on a button, over a map.
std::string_view rival_word(Rival rival);

struct CompareView {
    const drills::Drill* drill = nullptr; ///< null until the run is read, as the client
    const client::Client* client = nullptr;
    const anatomy::SkinGrid* skin = nullptr; ///< null: no maps yet
    const replay::RunTrace* own = nullptr;
    const replay::RunTrace* other = nullptr;
    const replay::Comparison* comparison = nullptr; ///< null until both are there
    Rival rival = Rival::expert;
    std::string waiting; ///< what is being made, in a sentence; empty = nothing
    double progress = 0; ///< of that
    std::string refusal; ///< why there is nothing to be laid beside the run
};

struct CompareScreen {
    std::size_t stroke = 0; ///< place in Comparison::pairs
};

void draw_compare_screen(Canvas& canvas, Interaction& interaction, const CompareView& view,
                         CompareScreen& state, Commands& ask);

} // namespace tactus::ui
