#pragma once
/// Everybody who can lie down: a list at the left, whoever is chosen on the table at the right.

#include "engine/ui/catalogue.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/screens/client_list.hpp"

namespace tactus::ui {

struct ClientsScreen {
    ClientList list;
};

/// chosen: id of who lies there.
void draw_clients_screen(Canvas& canvas, Interaction& interaction, const Catalogue& catalogue,
                         const std::string& chosen, ClientsScreen& state, Commands& ask);

} // namespace tactus::ui
