#include "engine/render/passes/finish_pass.hpp"

#include "engine/gpu/drawing.hpp"

#include <array>
#include <cmath>

namespace tactus::render {
namespace {

constexpr std::size_t finish_bindings = 7; ///< of scatter.glsl

constexpr std::array<VkDescriptorType, finish_bindings> finish_types() {
    std::array<VkDescriptorType, finish_bindings> types{};
    types.fill(VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER);
    return types;
}

constexpr std::array finish_set_types = finish_types();

shared::ScatterPush push_for(const PictureTarget& target, const FinishPass::View& view) {
    const Vec2 whole(target.extent.width, target.extent.height);
    const Vec2 low(view.area.offset.x, view.area.offset.y);
    const Vec2 size(view.area.extent.width, view.area.extent.height);
    const float half = std::tan(view.camera.vertical_fov_deg * 3.14159265F / 360);
    return {1.0F / whole, low / whole,        size / whole, {half * size.x / size.y, half},
            near_m,       .5F * size.y / half};
}

VkRect2D halved(const VkRect2D& area) {
    const std::int32_t x = area.offset.x / 2;
    const std::int32_t y = area.offset.y / 2;
    return {{x, y}, {(area.extent.width + 1) / 2, (area.extent.height + 1) / 2}};
}

} // namespace

FinishPass::FinishPass(const gpu::Device& device, VkFormat shown)
    : device_(&device), set_layout_(gpu::make_set_layout(device, finish_set_types)),
      pool_(gpu::make_pool(device, finish_set_types, 1)),
      layout_(gpu::make_layout(device, set_layout_.get(), sizeof(shared::ScatterPush))),
      smooth_(gpu::make_sampler(device, gpu::Filter::linear, gpu::Edge::clamp)),
      sharp_(gpu::make_sampler(device, gpu::Filter::nearest, gpu::Edge::clamp)),
      open_sky_(gpu::make_pipeline(
          device, gpu::full_picture(layout_.get(), "open_sky.frag.spv", VK_FORMAT_R8_UNORM))),
      across_(gpu::make_pipeline(device, gpu::full_picture(layout_.get(), "across.frag.spv", light_format))),
      finish_(gpu::make_pipeline(device, gpu::full_picture(layout_.get(), "finish.frag.spv", shown))),
      set_(gpu::make_set(device, pool_, set_layout_)) {}

void FinishPass::read(const PictureTarget& target, VkImageView room) {
    const PictureTarget::Wandering& soft = target.soft;
    const std::array<VkImageView, finish_bindings> views{soft.surface.view.get(),
                                                         soft.light.view.get(),
                                                         soft.albedo.view.get(),
                                                         soft.far.view.get(),
                                                         soft.swept.view.get(),
                                                         soft.open_sky.view.get(),
                                                         room};
    constexpr std::uint32_t depth = 3;
    for (std::uint32_t binding = 0; binding < finish_bindings; ++binding) {
        gpu::write_texture(*device_, set_, binding, views[binding],
                           binding == depth ? sharp_.get() : smooth_.get());
    }
}

void FinishPass::run(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const Drawn& drawn,
                     const shared::ScatterPush& push) const {
    const VkRenderingAttachmentInfo colour =
        gpu::colour_attachment(drawn.image, VK_ATTACHMENT_LOAD_OP_DONT_CARE);
    const gpu::ImageDescription& description = drawn.image.description;
    gpu::begin_drawing(commands, {{description.width, description.height}, drawn.area, &colour});
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline.get());
    vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, layout_.get(), 0, 1, &set_, 0,
                            nullptr);
    vkCmdPushConstants(commands, layout_.get(), VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT, 0,
                       sizeof push, &push);
    vkCmdDraw(commands, 3, 1, 0, 0);
    vkCmdEndRendering(commands);
}

void FinishPass::record_open_sky(VkCommandBuffer commands, const PictureTarget& target,
                                 const View& view) const {
    run(commands, open_sky_, {target.soft.open_sky, halved(view.area)}, push_for(target, view));
}

void FinishPass::record_across(VkCommandBuffer commands, const PictureTarget& target,
                               const View& view) const {
    run(commands, across_, {target.soft.swept, view.area}, push_for(target, view));
}

void FinishPass::record_finish(VkCommandBuffer commands, const PictureTarget& target,
                               const View& view) const {
    run(commands, finish_, {target.shown, view.area}, push_for(target, view));
}

} // namespace tactus::render
