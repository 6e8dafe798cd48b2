#include "engine/render/wandering_light.hpp"

#include "engine/gpu/drawing.hpp"

namespace tactus::render {

// Each image and the depth is resolved into one without samples.
void WanderingLight::begin_stage(VkCommandBuffer commands, const PictureTarget& target) {
    const auto resolving = [](const gpu::Image& samples, const gpu::Image& resolved) {
        VkRenderingAttachmentInfo info = gpu::colour_attachment(samples, VK_ATTACHMENT_LOAD_OP_CLEAR);
        info.storeOp = VK_ATTACHMENT_STORE_OP_DONT_CARE;
        info.resolveMode = VK_RESOLVE_MODE_AVERAGE_BIT;
        info.resolveImageView = resolved.view.get();
        info.resolveImageLayout = VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL;
        return info;
    };
    const PictureTarget::Wandering& soft = target.soft;
    const std::array<VkRenderingAttachmentInfo, images> colours{resolving(target.several, soft.surface),
                                                                resolving(soft.light_samples, soft.light),
                                                                resolving(soft.albedo_samples, soft.albedo)};
    VkRenderingAttachmentInfo depth = gpu::depth_attachment(target.depth, VK_ATTACHMENT_LOAD_OP_CLEAR);
    depth.storeOp = VK_ATTACHMENT_STORE_OP_DONT_CARE;
    depth.clearValue.depthStencil = {0, 0};
    depth.resolveMode = VK_RESOLVE_MODE_SAMPLE_ZERO_BIT;
    depth.resolveImageView = soft.far.view.get();
    depth.resolveImageLayout = VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL;
    gpu::begin_drawing(commands, {target.extent, {{0, 0}, target.extent}, colours.data(), &depth, images});
}

void WanderingLight::plan_finish(VkCommandBuffer commands, FramePlan& plan, const PictureTarget& target,
                                 std::span<const FinishPass::View> views) const {
    using Record = void (FinishPass::*)(VkCommandBuffer, const PictureTarget&, const FinishPass::View&) const;
    const auto each_view = [&](VkCommandBuffer c, Record record) {
        for (const FinishPass::View& view : views) {
            (finish_.*record)(c, target, view);
        }
    };
    constexpr std::array sky_uses{reads(FrameImage::far), draws(FrameImage::open_sky)};
    plan.run(commands, "open sky", sky_uses,
             [&](VkCommandBuffer c) { each_view(c, &FinishPass::record_open_sky); });
    constexpr std::array across_uses{reads(FrameImage::light), reads(FrameImage::far),
                                     draws(FrameImage::swept)};
    plan.run(commands, "skin across", across_uses,
             [&](VkCommandBuffer c) { each_view(c, &FinishPass::record_across); });
    constexpr std::array finish_uses{reads(FrameImage::surface),  reads(FrameImage::albedo),
                                     reads(FrameImage::swept),    reads(FrameImage::far),
                                     reads(FrameImage::open_sky), draws(FrameImage::shown)};
    plan.run(commands, "finish", finish_uses,
             [&](VkCommandBuffer c) { each_view(c, &FinishPass::record_finish); });
}

} // namespace tactus::render
