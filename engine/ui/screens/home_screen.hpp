#pragma once
/// The first screen: what can be done here, beside a client at rest.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <span>
#include <string>

namespace tactus::ui {

/// notes: short facts for the foot of the screen ("Software renderer: reduced picture").
void draw_home_screen(Canvas& canvas, Interaction& interaction, std::span<const std::string> notes,
                      Commands& ask);

/// The name with its sign, top left.
void draw_brand(Canvas& canvas, Vec2 at);

/// Darkens the left side of the scene so that words on it can be read.
void draw_left_shade(Canvas& canvas);

} // namespace tactus::ui
