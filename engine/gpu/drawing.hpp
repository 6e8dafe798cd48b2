#pragma once
/// Begins dynamic rendering into whole images or a part of them.

#include "engine/gpu/memory.hpp"

namespace tactus::gpu {

/// An image as an attachment in its layout for drawing; what is drawn is stored. What it held before is
/// cleared (to zero, unless the caller sets clearValue), kept or of no interest, by `load`.
VkRenderingAttachmentInfo colour_attachment(const Image& image, VkAttachmentLoadOp load);
VkRenderingAttachmentInfo depth_attachment(const Image& image, VkAttachmentLoadOp load);

/// What is drawn into. The viewport covers all of an image of that size, the scissor the area alone.
struct Drawing {
    VkExtent2D size;
    VkRect2D area;
    const VkRenderingAttachmentInfo* colour = nullptr; ///< may be null, as may depth
    const VkRenderingAttachmentInfo* depth = nullptr;
    std::uint32_t colours = 1; ///< how many lie at `colour`
};

/// Records the beginning; vkCmdEndRendering ends it.
void begin_drawing(VkCommandBuffer commands, const Drawing& drawing);

} // namespace tactus::gpu
