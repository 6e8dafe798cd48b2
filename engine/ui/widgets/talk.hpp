#pragma once
/// A conversation as bubbles: the therapist's at the right, the client's at the left, the newest at the
/// bottom.

#include "engine/ui/canvas.hpp"

#include <span>
#include <string_view>

namespace tactus::ui {

struct Bubble {
    std::string_view words;
    bool own = false; ///< the therapist's
};

/// Draws the end of the talk in `rect`, scrolled back by so many logical pixels. Returns how far it can be
/// scrolled back.
float draw_talk(Canvas& canvas, const Rect& rect, std::span<const Bubble> talk, float scrolled);

} // namespace tactus::ui
