#pragma once
/// Signs that stand on the client's body: trigger points and the force of a hand. Shape tells the state, with
/// a word.

#include "engine/ui/canvas.hpp"

#include <string_view>

namespace tactus::ui {

enum class PointSign { active, latent, treated };

/// Ring with four ticks (active, amber), ring with a dot (latent), filled ring with a check (treated).
void point_marker(Canvas& canvas, Vec2 at, PointSign sign);

/// A small label tied to a place by a thin line. toward: where the label's near edge stands.
void point_label(Canvas& canvas, Vec2 at, Vec2 toward, std::string_view name, std::string_view state);

/// The side of an arrow on which its number stands.
enum class Beside { right, left };

/// White arrow into the hand, 3 logical pixels a newton, the number beside it; hatched when out of range.
/// way: of the press on the screen, unit; down where the client lies prone.
void force_arrow(Canvas& canvas, Vec2 tip, float force_n, bool in_range, Beside beside = Beside::right,
                 Vec2 way = Vec2(0, 1));

/// The same out of a hand that pulls, the way it pulls; way: of any length, not 0.
void pull_arrow(Canvas& canvas, Vec2 tail, Vec2 way, float force_n, bool in_range);

/// Rings around a place that invite a touch; phase 0..1 makes them swell, a constant keeps them still.
void touch_rings(Canvas& canvas, Vec2 at, float phase);

} // namespace tactus::ui
