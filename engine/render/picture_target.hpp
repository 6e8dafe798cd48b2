#pragma once
/// The images that a frame is drawn into, whether a window shows it or not.

#include "engine/gpu/memory.hpp"
#include "engine/platform/image_file.hpp"

namespace tactus::render {

inline constexpr VkFormat depth_format = VK_FORMAT_D32_SFLOAT;

/// Colour (single-sampled, sampled by the blur, copied to the window), depth, and the multisampled colour
/// that resolves into it when samples > 1.
struct PictureTarget {
    VkExtent2D extent{0, 0};
    VkFormat format = VK_FORMAT_UNDEFINED;
    VkSampleCountFlagBits samples = VK_SAMPLE_COUNT_1_BIT;
    gpu::Image colour;
    gpu::Image multisampled;
    gpu::Image depth;
};

struct TargetDescription {
    VkExtent2D extent;
    VkFormat format; ///< 8-bit RGBA or BGRA, not sRGB
    VkSampleCountFlagBits samples;
};

PictureTarget make_target(const gpu::Device& device, const TargetDescription& description);

/// The picture as bytes. The colour image is in the copy-source layout and no frame is in flight.
platform::Image read_target(const gpu::Device& device, const PictureTarget& target);

} // namespace tactus::render
