#pragma once
/// Before hands are laid on: how the client lies, what is prepared, and what comes on to the skin.

#include "engine/ui/commands.hpp"
#include "engine/ui/intake.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/client/client.hpp"
#include "sim/client/product_shelf.hpp"

#include <span>

namespace tactus::ui {

struct PreparationView {
    const client::Client& client;
    std::span<const client::ShelfProduct> shelf;
    bool may_go_back = true; ///< to the talk
};

struct PreparationScreen {
    int first = 0; ///< of the list of what may be prepared
};

void draw_preparation_screen(Canvas& canvas, Interaction& interaction, const PreparationView& view,
                             Intake& intake, PreparationScreen& state, Commands& ask);

} // namespace tactus::ui
