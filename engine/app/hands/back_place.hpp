#pragma once
/// Where a place of the client's back is seen.

#include "engine/render/camera.hpp"
#include "engine/ui/canvas.hpp"
#include "sim/anatomy/skin_grid.hpp"

#include <optional>

namespace tactus::app {

/// Logical pixels of u, v on the rest skin; nullopt behind the eye.
std::optional<Vec2> seen_at(const ui::Canvas& canvas, const render::Camera& camera,
                            const anatomy::SkinGrid& skin, Vec2 spine);

} // namespace tactus::app
