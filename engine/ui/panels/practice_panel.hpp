#pragma once
/// How fast a run's time passes, and whether it is the whole drill, a ladder or one whose clock waits: all
/// but the whole drill at full speed is practice, and never graded.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <array>

namespace tactus::ui {

/// Shares of real time that can be chosen.
inline constexpr std::array practice_speeds{1.0, 0.75, 0.5};

/// Within `rect`, from its top; returns the height used.
float draw_practice_choice(Canvas& canvas, Interaction& interaction, const PracticeChoice& choice,
                           const Rect& rect, Commands& ask);

} // namespace tactus::ui
