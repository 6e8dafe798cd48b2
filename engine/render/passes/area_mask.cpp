#include "engine/render/passes/area_mask.hpp"

#include "engine/render/picture_area.hpp"

namespace tactus::render {
namespace {

gpu::Pipeline make_mask_pipeline(const gpu::Device& device, VkPipelineLayout layout,
                                 const AreaMask::Target& target) {
    gpu::PipelineDescription description = gpu::full_picture(layout, "depth.frag.spv", target.colour);
    description.colour_write = false;
    description.depth_format = target.depth;
    description.depth_test = true;
    description.depth_write = true;
    description.depth_compare = VK_COMPARE_OP_ALWAYS;
    description.samples = target.samples;
    return gpu::make_pipeline(device, description);
}

} // namespace

AreaMask::AreaMask(const gpu::Device& device, const Target& target)
    : layout_(gpu::make_layout(device, VK_NULL_HANDLE, 0)),
      pipeline_(make_mask_pipeline(device, layout_.get(), target)) {}

void AreaMask::record(VkCommandBuffer commands, std::span<const VkRect2D> areas) const {
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline_.get());
    for (const VkRect2D& area : areas) {
        vkCmdSetScissor(commands, 0, 1, &area);
        vkCmdDraw(commands, 3, 1, 0, 0);
    }
    const VkRect2D bounds = around(areas);
    vkCmdSetScissor(commands, 0, 1, &bounds);
}

} // namespace tactus::render
