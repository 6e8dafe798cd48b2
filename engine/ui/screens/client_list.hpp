#pragma once
/// The clients as a list that can be searched and turned: on the page of drills and on their own.

#include "engine/ui/interaction.hpp"
#include "sim/client/client.hpp"

#include <string>
#include <vector>

namespace tactus::ui {

struct ClientList {
    std::string sought; ///< as typed: a part of the name or of the story
    int first = 0;      ///< row
};

/// Those whose name or story holds the words, whatever their case. Nothing of what a client has is searched:
/// that is for the talk to find. Pure.
std::vector<const client::Client*> clients_with(const std::vector<client::Client>& clients,
                                                const std::string& sought);

/// Draws the list in `rect`, and above its right end which part of it is shown; a row that is pressed becomes
/// `chosen`. True in that frame.
bool draw_client_list(Canvas& canvas, Interaction& interaction,
                      const std::vector<const client::Client*>& clients, std::string& chosen,
                      ClientList& state, const Rect& rect);

} // namespace tactus::ui
