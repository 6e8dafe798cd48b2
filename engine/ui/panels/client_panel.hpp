#pragma once
/// How the client is: a word with a shape, pain, guarding, breath, and the last thing said.

#include "engine/ui/canvas.hpp"
#include "engine/ui/run_view.hpp"

#include <string_view>

namespace tactus::ui {

/// Logical pixels; captions and the bar of a replay stand above it.
inline constexpr float client_panel_height = 84;

/// How long a sentence stays on the screen.
inline constexpr double said_for_s = 8;

/// Shapes differ, so that the state is told without colour.
enum class StateShape { disc, ring, triangle, square };

struct StateWord {
    std::string_view word; ///< in English; marked for translation
    StateShape shape;
    Colour colour;
};

/// "Relaxed", "Comfortable", "Feels it", "Strong, bearable", "Guarding", "In pain".
StateWord client_state_word(const Theme& theme, const physiology::ClientState& client);

void draw_state_shape(Canvas& canvas, Vec2 at, const StateWord& state);

Rect draw_client_panel(Canvas& canvas, const RunView& view, Vec2 bottom_left);

} // namespace tactus::ui
