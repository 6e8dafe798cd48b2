#include "engine/render/view_volume.hpp"

#include <algorithm>

namespace tactus::render {

ViewVolume::ViewVolume(const glm::mat4& clip_from_world, VkExtent2D picture, const VkRect2D& area) {
    const glm::mat4 rows = glm::transpose(clip_from_world);
    const auto clip = [](std::int64_t pixel, std::uint32_t pixels) {
        return 2 * static_cast<float>(pixel) / static_cast<float>(pixels) - 1;
    };
    const std::int64_t right = std::int64_t{area.offset.x} + area.extent.width;
    const std::int64_t bottom = std::int64_t{area.offset.y} + area.extent.height;
    planes_ = {rows[0] - clip(area.offset.x, picture.width) * rows[3],
               clip(right, picture.width) * rows[3] - rows[0],
               rows[1] - clip(area.offset.y, picture.height) * rows[3],
               clip(bottom, picture.height) * rows[3] - rows[1], rows[3]};
}

bool ViewVolume::meets(const Box& box) const {
    if (box.empty()) {
        return false;
    }
    return std::ranges::all_of(planes_, [&](const glm::vec4& plane) {
        // The corner that lies furthest inside.
        const glm::vec3 corner(plane.x > 0 ? box.high.x : box.low.x, plane.y > 0 ? box.high.y : box.low.y,
                               plane.z > 0 ? box.high.z : box.low.z);
        return glm::dot(glm::vec3(plane), corner) + plane.w >= 0;
    });
}

bool ViewVolume::any_meets(std::span<const ViewVolume> volumes, const Box& box) {
    return std::ranges::any_of(volumes, [&](const ViewVolume& volume) { return volume.meets(box); });
}

} // namespace tactus::render
