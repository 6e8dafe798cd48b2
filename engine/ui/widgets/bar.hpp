#pragma once
/// A filled bar, a row of rhythm dots, a spark line over its band, and a score ring.

#include "engine/ui/canvas.hpp"

#include <span>
#include <string_view>

namespace tactus::ui {

void bar(Canvas& canvas, const Rect& rect, float share, Colour colour);

/// `filled` of `count` dots.
void dots(Canvas& canvas, Vec2 first, int filled, int count);

/// A line of values 0..1 (0 at the bottom), with the target band behind it and a dot at the newest.
struct Spark {
    std::span<const float> values;
    float band_low = 0; ///< shares of the height; equal = no band
    float band_high = 0;
};

void spark(Canvas& canvas, const Rect& rect, const Spark& line);

/// A full circle filled clockwise from the top, with a figure in it and a word below.
struct ScoreRing {
    float share = 0;
    Colour colour;
    std::string_view figure;
    std::string_view word;
};

void score_ring(Canvas& canvas, Vec2 centre, float size, const ScoreRing& ring);

/// Five-pointed star, filled or outlined.
void star(Canvas& canvas, Vec2 centre, float size, bool filled);

} // namespace tactus::ui
