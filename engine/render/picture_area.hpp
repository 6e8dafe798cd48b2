#pragma once
/// Rectangles of pixels, and copying them from image to image.

#include "sim/math/vec.hpp"

#include <vulkan/vulkan.h>

#include <span>

namespace tactus::render {

/// The smallest area around two; an empty one does not count.
VkRect2D around(const VkRect2D& a, const VkRect2D& b);

VkRect2D around(std::span<const VkRect2D> areas);

/// What two areas share; empty when they do not meet.
VkRect2D common(const VkRect2D& a, const VkRect2D& b);

/// The pixels between two corners, inside the picture; all four borders are even, so that half of the area is
/// whole. At least 2 x 2.
VkRect2D even_area(Vec2 low, Vec2 high, VkExtent2D picture);

bool empty(const VkRect2D& area);

/// The same areas of two colour images, which are in the layouts for copying.
struct ImageCopy {
    VkImage from;
    VkImage to;
    std::span<const VkRect2D> areas;
};

void copy_image(VkCommandBuffer commands, const ImageCopy& copy);

} // namespace tactus::render
