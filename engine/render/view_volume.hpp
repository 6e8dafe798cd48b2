#pragma once
/// What a piece of a picture can show of the world: the pyramid from the eye through it.

#include "engine/render/mesh_parts.hpp"

#include <vulkan/vulkan.h>

#include <array>
#include <span>

namespace tactus::render {

class ViewVolume {
public:
    /// area: a piece of a picture of that size which clip_from_world draws.
    ViewVolume(const glm::mat4& clip_from_world, VkExtent2D picture, const VkRect2D& area);

    /// False only when nothing in the box can show; now and then true although nothing does.
    [[nodiscard]] bool meets(const Box& box) const;

    [[nodiscard]] static bool any_meets(std::span<const ViewVolume> volumes, const Box& box);

private:
    std::array<glm::vec4, 5> planes_; ///< left, right, top, bottom, the eye's own; inside is positive
};

} // namespace tactus::render
