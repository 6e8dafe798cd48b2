#include "engine/render/passes/hands_shadow_pass.hpp"

#include "engine/gpu/drawing.hpp"
#include "engine/render/picture_target.hpp"

#include <cstddef>

namespace tactus::render {
namespace {

constexpr std::uint32_t size = 1024; ///< half a millimetre a texel over two hands

gpu::Image make_map(const gpu::Device& device) {
    gpu::ImageDescription description;
    description.format = depth_format;
    description.width = size;
    description.height = size;
    description.usage = VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT | VK_IMAGE_USAGE_SAMPLED_BIT;
    return gpu::make_image(device, description);
}

gpu::Pipeline make_shadow_pipeline(const gpu::Device& device, VkPipelineLayout layout) {
    gpu::PipelineDescription description;
    description.vertex_shader = "hands_shadow.vert.spv";
    description.fragment_shader = "hands_shadow.frag.spv";
    description.layout = layout;
    description.bindings = {{0, sizeof(shared::StageVertex), VK_VERTEX_INPUT_RATE_VERTEX}};
    description.attributes = {{0, 0, VK_FORMAT_R32G32B32_SFLOAT, offsetof(shared::StageVertex, position)},
                              {2, 0, VK_FORMAT_R32G32_SFLOAT, offsetof(shared::StageVertex, uv)}};
    description.depth_format = depth_format;
    description.depth_test = true;
    description.depth_write = true;
    return gpu::make_pipeline(device, description);
}

} // namespace

// The light is far from the hands against their size: all of its rays run alike.
ShadowFit fit_shadow(const std::array<Vec3, 2>& box, Vec3 key_m) {
    if (box[0].x > box[1].x) {
        return {};
    }
    const Vec3 middle = .5F * (box[0] + box[1]);
    const Vec3 to_key = glm::normalize(key_m - middle);
    const Vec3 right = glm::normalize(glm::cross(Vec3(0, 0, 1), to_key));
    const std::array axes{right, glm::cross(to_key, right), to_key};
    ShadowFit fit;
    for (std::size_t row = 0; row < axes.size(); ++row) {
        const Vec3 half = .5F * (box[1] - box[0]);
        const float reach = glm::dot(glm::abs(axes[row]), half);
        const Vec3 scaled = axes[row] / (2 * reach);
        fit.rows[row] = glm::vec4(scaled, .5F - glm::dot(scaled, middle));
        fit.span_m = 2 * reach;
    }
    return fit;
}

HandsShadowPass::HandsShadowPass(const gpu::Device& device, const StageTextures& textures)
    : map_(make_map(device)), pipeline_(make_shadow_pipeline(device, textures.layout())) {}

void HandsShadowPass::record(
    VkCommandBuffer commands,
    const std::function<void(VkCommandBuffer, const gpu::Pipeline&)>& draw_hands) const {
    VkRenderingAttachmentInfo depth = gpu::depth_attachment(map_, VK_ATTACHMENT_LOAD_OP_CLEAR);
    depth.clearValue.depthStencil = {0, 0};
    const VkExtent2D extent{size, size};
    gpu::begin_drawing(commands, {extent, {{0, 0}, extent}, nullptr, &depth});
    draw_hands(commands, pipeline_);
    vkCmdEndRendering(commands);
}

} // namespace tactus::render
