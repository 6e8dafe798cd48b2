#include "engine/app/hands/back_place.hpp"

namespace tactus::app {

std::optional<Vec2> seen_at(const ui::Canvas& canvas, const render::Camera& camera,
                            const anatomy::SkinGrid& skin, Vec2 spine) {
    const Vec3 world = anatomy::surface(skin, anatomy::locate(skin, spine.x, spine.y)).position;
    const auto pixel = render::world_to_pixel(camera, world, canvas.size() * canvas.scale());
    return pixel ? std::optional(canvas.logical(*pixel)) : std::nullopt;
}

} // namespace tactus::app
