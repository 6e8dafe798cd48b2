#include "engine/render/passes/smooth_pass.hpp"

#include "engine/gpu/barrier.hpp"
#include "engine/gpu/drawing.hpp"
#include "engine/render/picture_area.hpp"
#include "shaders/shared/post.h"

#include <array>

namespace tactus::render {
namespace {

// The triangle that covers the picture lies at depth 0; the viewport puts it where these say.
constexpr float marked_depth = 1;
constexpr float tested_depth = 0.5F;

gpu::Pipeline make_mark(const gpu::Device& device, VkPipelineLayout layout, VkFormat depth) {
    gpu::PipelineDescription description = gpu::full_picture(layout, "edges.frag.spv");
    description.depth_format = depth;
    description.depth_test = true;
    description.depth_write = true;
    description.colour_write = false;
    return gpu::make_pipeline(device, description);
}

gpu::Pipeline make_smooth(const gpu::Device& device, VkPipelineLayout layout, VkFormat colour,
                          VkFormat depth) {
    gpu::PipelineDescription description = gpu::full_picture(layout, "smooth.frag.spv", colour);
    description.depth_format = depth;
    description.depth_test = true;
    description.depth_compare = VK_COMPARE_OP_LESS;
    return gpu::make_pipeline(device, description);
}

void set_depth(VkCommandBuffer commands, const gpu::Image& target, float depth) {
    const VkViewport viewport{0,
                              0,
                              static_cast<float>(target.description.width),
                              static_cast<float>(target.description.height),
                              depth,
                              depth};
    vkCmdSetViewport(commands, 0, 1, &viewport);
}

} // namespace

SmoothPass::SmoothPass(const gpu::Device& device, VkFormat colour, VkFormat depth)
    : device_(&device), set_layout_(gpu::make_set_layout(device, gpu::one_image)),
      pool_(gpu::make_pool(device, gpu::one_image, 1)),
      layout_(gpu::make_layout(device, set_layout_.get(), sizeof(shared::PostPush))),
      sampler_(gpu::make_sampler(device, gpu::Filter::linear, gpu::Edge::clamp)),
      mark_(make_mark(device, layout_.get(), depth)),
      smooth_(make_smooth(device, layout_.get(), colour, depth)),
      set_(gpu::make_set(device, pool_, set_layout_)) {}

void SmoothPass::read(VkImageView picture) { gpu::write_texture(*device_, set_, 0, picture, sampler_.get()); }

void SmoothPass::record(VkCommandBuffer commands, const gpu::Image& target, const gpu::Image& depth,
                        std::span<const VkRect2D> areas) const {
    const VkRect2D area = around(areas);
    if (empty(area)) {
        return;
    }
    const auto draw_areas = [&] {
        for (const VkRect2D& piece : areas) {
            vkCmdSetScissor(commands, 0, 1, &piece);
            vkCmdDraw(commands, 3, 1, 0, 0);
        }
    };
    const VkExtent2D size{target.description.width, target.description.height};
    const VkRenderingAttachmentInfo cleared = gpu::depth_attachment(depth, VK_ATTACHMENT_LOAD_OP_CLEAR);
    const shared::PostPush push{
        {1.0F / static_cast<float>(target.description.width),
         1.0F / static_cast<float>(target.description.height)},
        {},
        {},
    };
    gpu::begin_drawing(commands, {size, area, nullptr, &cleared});
    set_depth(commands, target, marked_depth);
    vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, layout_.get(), 0, 1, &set_, 0,
                            nullptr);
    vkCmdPushConstants(commands, layout_.get(), VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT, 0,
                       sizeof push, &push);
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, mark_.get());
    draw_areas();
    vkCmdEndRendering(commands);

    constexpr gpu::MemoryUse marking{VK_PIPELINE_STAGE_2_LATE_FRAGMENT_TESTS_BIT,
                                     VK_ACCESS_2_DEPTH_STENCIL_ATTACHMENT_WRITE_BIT};
    constexpr gpu::MemoryUse testing{VK_PIPELINE_STAGE_2_EARLY_FRAGMENT_TESTS_BIT,
                                     VK_ACCESS_2_DEPTH_STENCIL_ATTACHMENT_READ_BIT};
    gpu::order_memory(commands, marking, testing);

    const VkRenderingAttachmentInfo colour = gpu::colour_attachment(target, VK_ATTACHMENT_LOAD_OP_LOAD);
    VkRenderingAttachmentInfo marks = gpu::depth_attachment(depth, VK_ATTACHMENT_LOAD_OP_LOAD);
    marks.storeOp = VK_ATTACHMENT_STORE_OP_DONT_CARE;
    gpu::begin_drawing(commands, {size, area, &colour, &marks});
    set_depth(commands, target, tested_depth);
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, smooth_.get());
    draw_areas();
    vkCmdEndRendering(commands);
}

} // namespace tactus::render
