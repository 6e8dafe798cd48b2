#pragma once
/// Pain painted on the back: spots whose size and figure tell how strong it is.

#include "engine/ui/canvas.hpp"

#include <span>

namespace tactus::ui {

/// A spot where it stands on the screen, logical pixels.
struct PainSpot {
    Vec2 at;
    float value = 0; ///< 0-10
};

void draw_pain_chart(Canvas& canvas, std::span<const PainSpot> spots);

} // namespace tactus::ui
