#pragma once
/// Text size, contrast, motion, hand.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <span>
#include <string>

namespace tactus::ui {

/// facts: what this computer is, a line each.
void draw_settings_screen(Canvas& canvas, Interaction& interaction, const Settings& settings,
                          std::span<const std::string> facts, Commands& ask);

} // namespace tactus::ui
