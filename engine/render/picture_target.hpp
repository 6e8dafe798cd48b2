#pragma once
/// The images that a frame is drawn into, whether a window shows it or not.

#include "engine/gpu/memory.hpp"
#include "engine/platform/image_file.hpp"
#include "engine/render/frame_plan.hpp"

namespace tactus::render {

inline constexpr VkFormat depth_format = VK_FORMAT_D32_SFLOAT;

/// Images of one size; those that a tier does without are empty.
struct PictureTarget {
    VkExtent2D extent{0, 0};
    VkFormat format = VK_FORMAT_UNDEFINED;
    VkSampleCountFlagBits samples = VK_SAMPLE_COUNT_1_BIT;
    gpu::Image shown;    ///< single-sampled: read by the blur, copied to the window
    gpu::Image scene;    ///< single-sampled, of the size at which the stage is drawn: a corner of it
    gpu::Image smoothed; ///< `scene` with smooth edges, where there is one sample a pixel
    gpu::Image several;  ///< multisampled; resolves into `scene`, or into `surface` where light wanders
    gpu::Image depth;
    gpu::Image blurred; ///< an eighth of the size
    gpu::Image sweep;

    /// Light that wanders in skin, kept apart from what its surface sends back; only where `wandering`.
    struct Wandering {
        gpu::Image light_samples;
        gpu::Image albedo_samples;
        gpu::Image surface;
        gpu::Image light;
        gpu::Image albedo;
        gpu::Image far;
        gpu::Image swept;
        gpu::Image open_sky;
    } soft;
};

inline constexpr VkFormat light_format = VK_FORMAT_R16G16B16A16_SFLOAT;
inline constexpr VkFormat albedo_format = VK_FORMAT_R8G8B8A8_UNORM;

struct TargetDescription {
    VkExtent2D extent;
    VkFormat format; ///< 8-bit RGBA or BGRA, not sRGB
    VkSampleCountFlagBits samples;
    bool wandering = false; ///< light that wanders in skin is drawn apart; needs several samples
};

PictureTarget make_target(const gpu::Device& device, const TargetDescription& description);

/// Tells the plan of all images of a target.
void place_images(FramePlan& plan, const PictureTarget& target);

/// The picture as bytes. `shown` is in the copy-source layout and no frame is in flight.
platform::Image read_target(const gpu::Device& device, const PictureTarget& target);

} // namespace tactus::render
