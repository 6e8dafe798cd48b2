#include "engine/render/passes/stage_pipelines.hpp"

#include "engine/render/picture_target.hpp"
#include "shaders/shared/stage.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace tactus::render {
namespace {

using shared::StageVertex;

/// The fragment shader of a part, in the form for the tier.
std::string stage_shader(const char* part, bool wandering) {
    return std::string(part) + (wandering ? ".scattered.frag.spv" : ".frag.spv");
}

gpu::PipelineDescription stage_description(VkPipelineLayout layout, const StageTarget& target) {
    gpu::PipelineDescription description;
    description.vertex_shader = "stage.vert.spv";
    description.layout = layout;
    description.bindings = {{0, sizeof(StageVertex), VK_VERTEX_INPUT_RATE_VERTEX}};
    description.attributes = {{0, 0, VK_FORMAT_R32G32B32_SFLOAT, offsetof(StageVertex, position)},
                              {1, 0, VK_FORMAT_R32G32B32_SFLOAT, offsetof(StageVertex, normal)},
                              {2, 0, VK_FORMAT_R32G32_SFLOAT, offsetof(StageVertex, uv)},
                              {3, 0, VK_FORMAT_R32_SFLOAT, offsetof(StageVertex, weight)},
                              {4, 0, VK_FORMAT_R8G8B8A8_UNORM, offsetof(StageVertex, light)},
                              {5, 0, VK_FORMAT_R8G8B8A8_UNORM, offsetof(StageVertex, tone)}};
    description.constants = {target.rich ? VK_TRUE : VK_FALSE};
    description.colour_format = target.colour;
    if (target.wandering) {
        description.further_formats = {light_format, albedo_format};
    }
    description.depth_format = depth_format;
    description.samples = target.samples;
    description.cull = VK_CULL_MODE_BACK_BIT;
    description.depth_test = true;
    description.depth_write = true;
    return description;
}

/// Hands that press: the sleeve but for its fading end, that end, or all at once; hands that only show the
/// way; and the nearest layer of either, laid down before it is drawn see-through.
enum class HandKind { solid, fading, whole, ghost, depth_only };

gpu::PipelineDescription hand_description(VkPipelineLayout layout, const StageTarget& target, HandKind kind) {
    gpu::PipelineDescription description = stage_description(layout, target);
    description.constants.push_back(kind == HandKind::ghost ? VK_TRUE : VK_FALSE);
    if (kind == HandKind::depth_only) {
        description.colour_write = false;
        description.fragment_shader = "depth.frag.spv";
    } else {
        description.fragment_shader = stage_shader("hand", target.wandering);
        description.blend = true;
        description.depth_write = kind != HandKind::fading; // or it would hide and darken what shows through
        description.constants.push_back(kind == HandKind::solid ? 1 : kind == HandKind::fading ? 2 : 0);
    }
    return description;
}

gpu::Pipeline opaque(const gpu::Device& device, gpu::PipelineDescription description, const char* fragment) {
    description.fragment_shader = stage_shader(fragment, !description.further_formats.empty());
    return gpu::make_pipeline(device, description);
}

/// Overlays: pressure map, coverage. Peeled: the anatomy view, with overlays.
enum class SkinKind { plain, overlaid, peeled };

gpu::Pipeline make_skin_pipeline(const gpu::Device& device, gpu::PipelineDescription description,
                                 SkinKind kind) {
    const VkBool32 rich = description.constants.front();
    description.constants = {kind != SkinKind::plain ? VK_TRUE : VK_FALSE, rich,
                             kind == SkinKind::peeled ? VK_TRUE : VK_FALSE};
    description.blend = kind == SkinKind::peeled;
    description.vertex_shader = "skin.vert.spv";
    return opaque(device, description, "skin");
}

std::array<gpu::Pipeline, 4> make_layer_pipelines(const gpu::Device& device,
                                                  gpu::PipelineDescription description) {
    description.vertex_shader = "layer.vert.spv";
    description.constants.push_back(0);
    std::array<gpu::Pipeline, 4> pipelines;
    for (std::uint32_t layer = 1; layer <= pipelines.size(); ++layer) {
        description.constants.back() = layer;
        pipelines[layer - 1] = opaque(device, description, "layer");
    }
    return pipelines;
}

gpu::Pipeline make_hair_pipeline(const gpu::Device& device, gpu::PipelineDescription description) {
    description.blend = true;
    description.vertex_shader = "hair.vert.spv";
    return opaque(device, description, "hair");
}

gpu::Pipeline make_sheet_pipeline(const gpu::Device& device, gpu::PipelineDescription description) {
    description.cull = VK_CULL_MODE_NONE; // its hanging sides show their back
    return opaque(device, description, "sheet");
}

gpu::Pipeline make_backdrop_pipeline(const gpu::Device& device, gpu::PipelineDescription description) {
    description.vertex_shader = "full.vert.spv";
    description.bindings.clear();
    description.attributes.clear();
    description.cull = VK_CULL_MODE_NONE;
    description.depth_write = false;
    return opaque(device, description, "backdrop");
}

} // namespace

StagePipelines make_stage_pipelines(const gpu::Device& device, VkPipelineLayout layout,
                                    const StageTarget& target) {
    const auto stuff = [&] { return stage_description(layout, target); };
    const auto hand = [&](HandKind kind) {
        return gpu::make_pipeline(device, hand_description(layout, target, kind));
    };
    return {.skin = make_skin_pipeline(device, stuff(), SkinKind::plain),
            .overlaid_skin = make_skin_pipeline(device, stuff(), SkinKind::overlaid),
            .peeled_skin = make_skin_pipeline(device, stuff(), SkinKind::peeled),
            .layers = make_layer_pipelines(device, stuff()),
            .hair = make_hair_pipeline(device, stuff()),
            .sheet = make_sheet_pipeline(device, stuff()),
            .table = opaque(device, stuff(), "table"),
            .cuff = hand(HandKind::solid),
            .sleeve = hand(HandKind::fading),
            .hand = hand(HandKind::whole),
            .hand_depth = hand(HandKind::depth_only),
            .ghost = hand(HandKind::ghost),
            .backdrop = make_backdrop_pipeline(device, stuff())};
}

} // namespace tactus::render
