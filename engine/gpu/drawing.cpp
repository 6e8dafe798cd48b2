#include "engine/gpu/drawing.hpp"

namespace tactus::gpu {

VkRenderingAttachmentInfo colour_attachment(const Image& image, VkAttachmentLoadOp load) {
    VkRenderingAttachmentInfo info{};
    info.sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO;
    info.imageView = image.view.get();
    info.imageLayout = VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL;
    info.loadOp = load;
    info.storeOp = VK_ATTACHMENT_STORE_OP_STORE;
    return info;
}

VkRenderingAttachmentInfo depth_attachment(const Image& image, VkAttachmentLoadOp load) {
    VkRenderingAttachmentInfo info = colour_attachment(image, load);
    info.imageLayout = VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL;
    return info;
}

void begin_drawing(VkCommandBuffer commands, const Drawing& drawing) {
    VkRenderingInfo info{};
    info.sType = VK_STRUCTURE_TYPE_RENDERING_INFO;
    info.renderArea = drawing.area;
    info.layerCount = 1;
    info.colorAttachmentCount = drawing.colour != nullptr ? drawing.colours : 0;
    info.pColorAttachments = drawing.colour;
    info.pDepthAttachment = drawing.depth;
    vkCmdBeginRendering(commands, &info);
    const VkViewport viewport{
        0, 0, static_cast<float>(drawing.size.width), static_cast<float>(drawing.size.height), 0, 1};
    vkCmdSetViewport(commands, 0, 1, &viewport);
    vkCmdSetScissor(commands, 0, 1, &drawing.area);
}

} // namespace tactus::gpu
