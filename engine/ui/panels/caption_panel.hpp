#pragma once
/// What is heard, in writing: over the client's panel.

#include "engine/ui/canvas.hpp"

#include <string_view>

namespace tactus::ui {

/// Draws nothing for no words. lift: logical pixels of what else stands there.
void draw_caption_panel(Canvas& canvas, std::string_view words, float lift = 0);

/// Keys that stay on without being held, at the top: "Shift, lift". Draws nothing for no words.
void draw_latched_panel(Canvas& canvas, std::string_view words);

} // namespace tactus::ui
