#pragma once
/// Boxes and lines of the back as they are seen: edges follow the skin.

#include "engine/ui/canvas.hpp"

#include <functional>
#include <optional>

namespace tactus::ui {

/// Where u, v of the back is seen, logical pixels; nullopt where it is not.
using SeenAt = std::function<std::optional<Vec2>(Vec2)>;

/// A box in spine coordinates, both corners with their signs.
struct SkinBox {
    Vec2 from;
    Vec2 to;
};

/// Its edge, and lines across it where `hatch` is not clear.
void outline_on_skin(Canvas& canvas, const SeenAt& seen_at, const SkinBox& box, Colour edge, float thickness,
                     Colour hatch = {0, 0, 0, 0});

/// A straight line in spine coordinates.
void line_on_skin(Canvas& canvas, const SeenAt& seen_at, Vec2 from, Vec2 to, Colour colour, float thickness);

} // namespace tactus::ui
