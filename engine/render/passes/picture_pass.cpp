#include "engine/render/passes/picture_pass.hpp"

#include "engine/gpu/drawing.hpp"

#include <array>

namespace tactus::render {
namespace {

gpu::PipelineDescription description(VkPipelineLayout layout, const char* fragment, VkFormat drawn,
                                     VkFormat depth) {
    gpu::PipelineDescription all = gpu::full_picture(layout, fragment, drawn);
    all.depth_format = depth;
    return all;
}

} // namespace

PicturePass::PicturePass(const gpu::Device& device, const char* fragment, VkFormat drawn, VkFormat depth)
    : device_(&device), set_layout_(gpu::make_set_layout(device, gpu::one_image)),
      pool_(gpu::make_pool(device, gpu::one_image, 1)),
      layout_(gpu::make_layout(device, set_layout_.get(), sizeof(shared::PostPush))),
      sampler_(gpu::make_sampler(device, gpu::Filter::linear, gpu::Edge::clamp)),
      pipeline_(gpu::make_pipeline(device, description(layout_.get(), fragment, drawn, depth))),
      set_(gpu::make_set(device, pool_, set_layout_)) {}

void PicturePass::read(VkImageView image) { gpu::write_texture(*device_, set_, 0, image, sampler_.get()); }

void PicturePass::record(VkCommandBuffer commands, const gpu::Image& target,
                         const shared::PostPush& push) const {
    const VkRect2D whole{{0, 0}, {target.description.width, target.description.height}};
    const VkRenderingAttachmentInfo colour = gpu::colour_attachment(target, VK_ATTACHMENT_LOAD_OP_LOAD);
    gpu::begin_drawing(commands, {whole.extent, whole, &colour});
    draw(commands, std::array{whole}, push);
    vkCmdEndRendering(commands);
}

void PicturePass::draw(VkCommandBuffer commands, std::span<const VkRect2D> areas,
                       const shared::PostPush& push) const {
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline_.get());
    vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, layout_.get(), 0, 1, &set_, 0,
                            nullptr);
    vkCmdPushConstants(commands, layout_.get(), VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT, 0,
                       sizeof push, &push);
    for (const VkRect2D& area : areas) {
        vkCmdSetScissor(commands, 0, 1, &area);
        vkCmdDraw(commands, 3, 1, 0, 0);
    }
}

} // namespace tactus::render
