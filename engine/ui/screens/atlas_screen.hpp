#pragma once
/// The atlas: a list at the left, what is chosen shown on the client at the right, with its figures and their
/// source.

#include "engine/ui/atlas.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <functional>
#include <string>

namespace tactus::ui {

struct AtlasScreen {
    AtlasPart part = AtlasPart::points;
    std::string sought;
    int first = 0;      ///< row of the list
    std::string chosen; ///< title of the entry; "" = the first
};

struct AtlasView {
    const std::vector<AtlasEntry>& entries; ///< of the part that is shown
    std::function<std::optional<Vec2>(Vec2)>
        on_screen; ///< logical pixels of a place u, v; none when it is not seen
};

/// The entry that is chosen among those; nullptr when there is none.
const AtlasEntry* chosen_entry(const std::vector<AtlasEntry>& entries, const AtlasScreen& state);

void draw_atlas_screen(Canvas& canvas, Interaction& interaction, const AtlasView& view, AtlasScreen& state,
                       Commands& ask);

} // namespace tactus::ui
