#pragma once
/// The first minute with Tactus: four short cards on the hand, its force, what the screen says, and where
/// help is. Whoever skips them is done with them.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <string_view>

namespace tactus::ui {

inline constexpr int welcome_cards = 4;

struct WelcomeView {
    std::string_view device; ///< that presses for real and is plugged in; "" = the mouse alone
    std::string_view drill;  ///< id of the one to begin with; "" = there is none
    std::string_view client; ///< of that drill
};

struct WelcomeScreen {
    int card = 0;
};

void draw_welcome_screen(Canvas& canvas, Interaction& interaction, const WelcomeView& view,
                         WelcomeScreen& state, Commands& ask);

} // namespace tactus::ui
