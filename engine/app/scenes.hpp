#pragma once
/// Pictures by name: what `--screenshot --scene NAME` shows without the interface, the same every run. Sheets
/// put several next to each other; their members come from the assets.

#include "engine/render/renderer.hpp"
#include "engine/ui/catalogue.hpp"
#include "sim/client/client.hpp"
#include "sim/contact/tool.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::app {

/// What the hands have done before a shot is taken.
enum class Deed {
    nothing, ///< no hand came near
    strokes, ///< long strokes with both palms, as the effleurage drill asks
    worked,  ///< the same, and the hands have left a second ago
    press,   ///< one hand presses where it is
    hold,    ///< one hand has taken hold of a bone and moved it
    marked,  ///< no hand came near; the skin bears weals and bruises
};

/// One picture: a client, what was done, and how it is looked at.
struct Shot {
    std::string label; ///< in a corner of its tile; empty = none
    client::Client client;
    Deed deed = Deed::nothing;
    double at_s = 0; ///< seconds since the hands began
    contact::ToolKind tool = contact::ToolKind::palm;
    contact::Hold hold = contact::Hold::none; ///< the bone in the hand
    render::Lying lying;
    render::Camera camera; ///< in the room
    render::Overlays overlays;
};

/// The shots of a scene, row by row when there are several; nullopt when there is no scene of that name
/// without the interface. `client`: of scenes that show one person; null = the first of the catalogue.
std::optional<std::vector<Shot>> scene_shots(std::string_view name, const ui::Catalogue& catalogue,
                                             const client::Client* client);

/// Every name that --scene takes; "client-ID" stands for one scene a client.
const std::vector<std::string>& scene_names();

/// True for those and for client-ID whatever the ID.
bool scene_known(std::string_view name);

} // namespace tactus::app
