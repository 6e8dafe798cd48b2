#pragma once
/// Image barriers of synchronization2, written as "it was used so, it will be used so".

#include <vulkan/vulkan.h>

namespace tactus::gpu {

/// A way of using an image: the stages and accesses that touch it, and the layout they need.
struct ImageUse {
    VkPipelineStageFlags2 stages;
    VkAccessFlags2 access;
    VkImageLayout layout;
};

/// The uses Tactus knows.
namespace use {

inline constexpr ImageUse fresh{VK_PIPELINE_STAGE_2_NONE, 0,
                                VK_IMAGE_LAYOUT_UNDEFINED}; ///< content not wanted
inline constexpr ImageUse colour{VK_PIPELINE_STAGE_2_COLOR_ATTACHMENT_OUTPUT_BIT,
                                 VK_ACCESS_2_COLOR_ATTACHMENT_READ_BIT |
                                     VK_ACCESS_2_COLOR_ATTACHMENT_WRITE_BIT,
                                 VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL};
inline constexpr ImageUse depth{
    VK_PIPELINE_STAGE_2_EARLY_FRAGMENT_TESTS_BIT | VK_PIPELINE_STAGE_2_LATE_FRAGMENT_TESTS_BIT,
    VK_ACCESS_2_DEPTH_STENCIL_ATTACHMENT_READ_BIT | VK_ACCESS_2_DEPTH_STENCIL_ATTACHMENT_WRITE_BIT,
    VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL};
inline constexpr ImageUse sampled{
    VK_PIPELINE_STAGE_2_VERTEX_SHADER_BIT | VK_PIPELINE_STAGE_2_FRAGMENT_SHADER_BIT,
    VK_ACCESS_2_SHADER_SAMPLED_READ_BIT, VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL};
inline constexpr ImageUse copy_source{VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT, VK_ACCESS_2_TRANSFER_READ_BIT,
                                      VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL};
inline constexpr ImageUse copy_target{VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT, VK_ACCESS_2_TRANSFER_WRITE_BIT,
                                      VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL};
/// A swapchain image as acquired: the wait on its semaphore is at the copy that fills it.
inline constexpr ImageUse acquired{VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT, 0, VK_IMAGE_LAYOUT_UNDEFINED};
inline constexpr ImageUse presented{VK_PIPELINE_STAGE_2_NONE, 0, VK_IMAGE_LAYOUT_PRESENT_SRC_KHR};

} // namespace use

/// The stages and accesses that touch memory.
struct MemoryUse {
    VkPipelineStageFlags2 stages;
    VkAccessFlags2 access;
};

/// Which part of which image a barrier is for.
struct ImageMove {
    VkImage image;
    VkImageSubresourceRange range;
};

/// Every level of an image of that format; depth formats have the depth aspect.
VkImageSubresourceRange whole_image(VkFormat format);

/// Records the barrier between two uses.
void move_image(VkCommandBuffer commands, const ImageMove& move, const ImageUse& before,
                const ImageUse& after);

/// Records a barrier for all memory, where no layout changes.
void order_memory(VkCommandBuffer commands, const MemoryUse& before, const MemoryUse& after);

} // namespace tactus::gpu
