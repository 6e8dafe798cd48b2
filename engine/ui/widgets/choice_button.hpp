#pragma once
/// One of a few that exclude each other, side by side.

#include "engine/ui/interaction.hpp"

#include <string_view>

namespace tactus::ui {

/// True when it was pressed in this frame. The label is also its identity on the screen.
bool choice_button(Canvas& canvas, Interaction& interaction, const Rect& rect, std::string_view label,
                   bool chosen);

} // namespace tactus::ui
