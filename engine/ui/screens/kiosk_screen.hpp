#pragma once
/// A stand at a fair: attract loop, result in stars, and the way back to the loop. Large targets, no small
/// print.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/scoring/score.hpp"

#include <optional>

namespace tactus::ui {

/// hand: where the demonstrating hand is on the screen, logical pixels. phase 0..1 swells the rings.
void draw_attract_screen(Canvas& canvas, Interaction& interaction, std::optional<Vec2> hand, float phase,
                         Commands& ask);

/// Stars, one tip, play again. left_s: until the attract loop takes over.
void draw_kiosk_result(Canvas& canvas, Interaction& interaction, const scoring::Score& score, double left_s,
                       Commands& ask);

/// "Still there?" with seconds to go.
void draw_still_there(Canvas& canvas, Interaction& interaction, double left_s);

/// 0..100 as 1..5 stars.
int stars_of(double score);

} // namespace tactus::ui
