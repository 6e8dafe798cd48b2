#pragma once
/// The languages that a visitor can choose.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

namespace tactus::ui {

/// One button each in a row that ends at `top_right`. True when one was pressed.
bool language_row(Canvas& canvas, Interaction& interaction, Vec2 top_right, Commands& ask);

/// One button, named after the language that it turns to.
bool next_language_button(Canvas& canvas, Interaction& interaction, Vec2 top_right, Commands& ask);

} // namespace tactus::ui
