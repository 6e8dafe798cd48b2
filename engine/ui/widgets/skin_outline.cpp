#include "engine/ui/widgets/skin_outline.hpp"

#include <vector>

namespace tactus::ui {

namespace {

constexpr int pieces = 10; // of a side

/// The points of a straight side that are seen.
void add_side(std::vector<Vec2>& points, const SeenAt& seen_at, Vec2 from, Vec2 to) {
    for (int piece = 0; piece <= pieces; ++piece) {
        const float share = static_cast<float>(piece) / pieces;
        if (const auto at = seen_at(from + (to - from) * share)) {
            points.push_back(*at);
        }
    }
}

} // namespace

void outline_on_skin(Canvas& canvas, const SeenAt& seen_at, const SkinBox& box, Colour edge, float thickness,
                     Colour hatch) {
    constexpr int lines = 12;
    for (int k = 1; k < lines && hatch.opacity > 0; ++k) {
        const float v = box.from.y + (box.to.y - box.from.y) * static_cast<float>(k) / lines;
        line_on_skin(canvas, seen_at, Vec2(box.from.x, v), Vec2(box.to.x, v), hatch, 1);
    }
    std::vector<Vec2> points;
    add_side(points, seen_at, box.from, Vec2(box.from.x, box.to.y));
    add_side(points, seen_at, Vec2(box.from.x, box.to.y), box.to);
    add_side(points, seen_at, box.to, Vec2(box.to.x, box.from.y));
    add_side(points, seen_at, Vec2(box.to.x, box.from.y), box.from);
    canvas.polyline(points, edge, thickness);
}

void line_on_skin(Canvas& canvas, const SeenAt& seen_at, Vec2 from, Vec2 to, Colour colour, float thickness) {
    std::vector<Vec2> points;
    add_side(points, seen_at, from, to);
    canvas.polyline(points, colour, thickness);
}

} // namespace tactus::ui
