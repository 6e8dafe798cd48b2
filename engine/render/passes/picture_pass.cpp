#include "engine/render/passes/picture_pass.hpp"

#include <array>

namespace tactus::render {
namespace {

constexpr std::array set_types{VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER};

gpu::Pipeline make_picture_pipeline(const gpu::Device& device, VkPipelineLayout layout, const char* fragment,
                                    VkFormat format) {
    gpu::PipelineDescription description;
    description.vertex_shader = "full.vert.spv";
    description.fragment_shader = fragment;
    description.layout = layout;
    description.colour_format = format;
    return gpu::make_pipeline(device, description);
}

} // namespace

PicturePass::PicturePass(const gpu::Device& device, const char* fragment, VkFormat drawn)
    : device_(&device), set_layout_(gpu::make_set_layout(device, set_types)),
      pool_(gpu::make_pool(device, set_types, 1)),
      layout_(gpu::make_layout(device, set_layout_.get(), sizeof(shared::PostPush))),
      sampler_(gpu::make_sampler(device, gpu::Filter::linear, gpu::Edge::clamp)),
      pipeline_(make_picture_pipeline(device, layout_.get(), fragment, drawn)),
      set_(gpu::make_set(device, pool_, set_layout_)) {}

void PicturePass::read(VkImageView image) { gpu::write_texture(*device_, set_, 0, image, sampler_.get()); }

void PicturePass::record(VkCommandBuffer commands, const gpu::Image& target,
                         const shared::PostPush& push) const {
    VkRenderingAttachmentInfo colour{};
    colour.sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO;
    colour.imageView = target.view.get();
    colour.imageLayout = VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL;
    colour.loadOp = VK_ATTACHMENT_LOAD_OP_DONT_CARE;
    colour.storeOp = VK_ATTACHMENT_STORE_OP_STORE;
    VkRenderingInfo info{};
    info.sType = VK_STRUCTURE_TYPE_RENDERING_INFO;
    info.renderArea = {{0, 0}, {target.description.width, target.description.height}};
    info.layerCount = 1;
    info.colorAttachmentCount = 1;
    info.pColorAttachments = &colour;
    vkCmdBeginRendering(commands, &info);
    const VkViewport viewport{
        0, 0, static_cast<float>(target.description.width), static_cast<float>(target.description.height),
        0, 1};
    vkCmdSetViewport(commands, 0, 1, &viewport);
    vkCmdSetScissor(commands, 0, 1, &info.renderArea);
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline_.get());
    vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, layout_.get(), 0, 1, &set_, 0,
                            nullptr);
    vkCmdPushConstants(commands, layout_.get(), VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT, 0,
                       sizeof push, &push);
    vkCmdDraw(commands, 3, 1, 0, 0);
    vkCmdEndRendering(commands);
}

} // namespace tactus::render
