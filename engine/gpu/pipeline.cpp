#include "engine/gpu/pipeline.hpp"

#include "engine/gpu/check.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>

namespace tactus::gpu {
namespace {

ShaderModule load_shader(const Device& device, const std::string& name) {
    const std::filesystem::path file = authoring::resource("shaders/" + name);
    std::ifstream stream(file, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (bytes.empty() || bytes.size() % 4 != 0) {
        throw UserError(
            {.where = file.string(), .what = "is no compiled shader", .mend = "build or install again"});
    }
    std::vector<std::uint32_t> words(bytes.size() / 4);
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(words.data()));
    VkShaderModuleCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_SHADER_MODULE_CREATE_INFO;
    info.codeSize = bytes.size();
    info.pCode = words.data();
    VkShaderModule module = VK_NULL_HANDLE;
    check(vkCreateShaderModule(device.handle(), &info, nullptr, &module), "vkCreateShaderModule");
    return {device.handle(), module};
}

VkPipelineShaderStageCreateInfo stage_info(VkShaderStageFlagBits stage, const ShaderModule& module) {
    VkPipelineShaderStageCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO;
    info.stage = stage;
    info.module = module.get();
    info.pName = "main";
    return info;
}

VkPipelineColorBlendAttachmentState blend_state(const PipelineDescription& description) {
    VkPipelineColorBlendAttachmentState state{};
    state.blendEnable = description.blend ? VK_TRUE : VK_FALSE;
    state.srcColorBlendFactor = VK_BLEND_FACTOR_SRC_ALPHA;
    state.dstColorBlendFactor = VK_BLEND_FACTOR_ONE_MINUS_SRC_ALPHA;
    state.srcAlphaBlendFactor = VK_BLEND_FACTOR_ONE;
    state.dstAlphaBlendFactor = VK_BLEND_FACTOR_ONE_MINUS_SRC_ALPHA;
    if (description.colour_write) {
        state.colorWriteMask = VK_COLOR_COMPONENT_R_BIT | VK_COLOR_COMPONENT_G_BIT |
                               VK_COLOR_COMPONENT_B_BIT | VK_COLOR_COMPONENT_A_BIT;
    }
    return state;
}

/// The fixed-function part of a pipeline, kept together while Vulkan reads it.
struct FixedState {
    VkPipelineVertexInputStateCreateInfo vertices{};
    VkPipelineInputAssemblyStateCreateInfo assembly{};
    VkPipelineViewportStateCreateInfo viewport{};
    VkPipelineRasterizationStateCreateInfo raster{};
    VkPipelineMultisampleStateCreateInfo samples{};
    VkPipelineDepthStencilStateCreateInfo depth{};
    std::vector<VkPipelineColorBlendAttachmentState> attachments;
    std::vector<VkFormat> formats;
    VkPipelineColorBlendStateCreateInfo blend{};
    std::array<VkDynamicState, 2> dynamic_states{VK_DYNAMIC_STATE_VIEWPORT, VK_DYNAMIC_STATE_SCISSOR};
    VkPipelineDynamicStateCreateInfo dynamic{};
    VkPipelineRenderingCreateInfo rendering{};

    explicit FixedState(const PipelineDescription& description) {
        vertices.sType = VK_STRUCTURE_TYPE_PIPELINE_VERTEX_INPUT_STATE_CREATE_INFO;
        vertices.vertexBindingDescriptionCount = static_cast<std::uint32_t>(description.bindings.size());
        vertices.pVertexBindingDescriptions = description.bindings.data();
        vertices.vertexAttributeDescriptionCount = static_cast<std::uint32_t>(description.attributes.size());
        vertices.pVertexAttributeDescriptions = description.attributes.data();
        assembly.sType = VK_STRUCTURE_TYPE_PIPELINE_INPUT_ASSEMBLY_STATE_CREATE_INFO;
        assembly.topology = VK_PRIMITIVE_TOPOLOGY_TRIANGLE_LIST;
        viewport.sType = VK_STRUCTURE_TYPE_PIPELINE_VIEWPORT_STATE_CREATE_INFO;
        viewport.viewportCount = 1;
        viewport.scissorCount = 1;
        raster.sType = VK_STRUCTURE_TYPE_PIPELINE_RASTERIZATION_STATE_CREATE_INFO;
        raster.polygonMode = VK_POLYGON_MODE_FILL;
        raster.cullMode = description.cull;
        raster.frontFace = VK_FRONT_FACE_COUNTER_CLOCKWISE;
        raster.lineWidth = 1;
        samples.sType = VK_STRUCTURE_TYPE_PIPELINE_MULTISAMPLE_STATE_CREATE_INFO;
        samples.rasterizationSamples = description.samples;
        depth.sType = VK_STRUCTURE_TYPE_PIPELINE_DEPTH_STENCIL_STATE_CREATE_INFO;
        depth.depthTestEnable = description.depth_test ? VK_TRUE : VK_FALSE;
        depth.depthWriteEnable = description.depth_write ? VK_TRUE : VK_FALSE;
        depth.depthCompareOp = description.depth_compare;
        if (description.colour_format != VK_FORMAT_UNDEFINED) {
            formats.push_back(description.colour_format);
            attachments.push_back(blend_state(description));
        }
        for (const VkFormat format : description.further_formats) {
            formats.push_back(format);
            attachments.push_back(blend_state(description)); // all alike: no device must know them apart
        }
        blend.sType = VK_STRUCTURE_TYPE_PIPELINE_COLOR_BLEND_STATE_CREATE_INFO;
        blend.attachmentCount = static_cast<std::uint32_t>(attachments.size());
        blend.pAttachments = attachments.data();
        dynamic.sType = VK_STRUCTURE_TYPE_PIPELINE_DYNAMIC_STATE_CREATE_INFO;
        dynamic.dynamicStateCount = 2;
        dynamic.pDynamicStates = dynamic_states.data();
        rendering.sType = VK_STRUCTURE_TYPE_PIPELINE_RENDERING_CREATE_INFO;
        rendering.colorAttachmentCount = blend.attachmentCount;
        rendering.pColorAttachmentFormats = formats.data();
        rendering.depthAttachmentFormat = description.depth_format;
    }

    void refer_from(VkGraphicsPipelineCreateInfo& info) const {
        info.pNext = &rendering;
        info.pVertexInputState = &vertices;
        info.pInputAssemblyState = &assembly;
        info.pViewportState = &viewport;
        info.pRasterizationState = &raster;
        info.pMultisampleState = &samples;
        info.pDepthStencilState = &depth;
        info.pColorBlendState = &blend;
        info.pDynamicState = &dynamic;
    }
};

} // namespace

PipelineDescription full_picture(VkPipelineLayout layout, const char* fragment, VkFormat colour) {
    PipelineDescription description;
    description.vertex_shader = "full.vert.spv";
    description.fragment_shader = fragment;
    description.layout = layout;
    description.colour_format = colour;
    return description;
}

Pipeline make_pipeline(const Device& device, const PipelineDescription& description) {
    const ShaderModule vertex = load_shader(device, description.vertex_shader);
    ShaderModule fragment;
    std::vector<VkPipelineShaderStageCreateInfo> stages{stage_info(VK_SHADER_STAGE_VERTEX_BIT, vertex)};
    if (!description.fragment_shader.empty()) {
        fragment = load_shader(device, description.fragment_shader);
        stages.push_back(stage_info(VK_SHADER_STAGE_FRAGMENT_BIT, fragment));
    }
    std::vector<VkSpecializationMapEntry> entries;
    for (std::uint32_t id = 0; id < description.constants.size(); ++id) {
        entries.push_back({id, id * 4, 4});
    }
    const VkSpecializationInfo constants{static_cast<std::uint32_t>(entries.size()), entries.data(),
                                         4 * entries.size(), description.constants.data()};
    stages.back().pSpecializationInfo = &constants;
    const FixedState state(description);
    VkGraphicsPipelineCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_GRAPHICS_PIPELINE_CREATE_INFO;
    info.stageCount = static_cast<std::uint32_t>(stages.size());
    info.pStages = stages.data();
    info.layout = description.layout;
    state.refer_from(info);
    VkPipeline pipeline = VK_NULL_HANDLE;
    check(vkCreateGraphicsPipelines(device.handle(), device.pipeline_cache(), 1, &info, nullptr, &pipeline),
          "vkCreateGraphicsPipelines");
    device.note_made();
    return {device.handle(), pipeline};
}

PipelineLayout make_layout(const Device& device, VkDescriptorSetLayout set, std::uint32_t push_bytes) {
    const VkPushConstantRange range{VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT, 0, push_bytes};
    VkPipelineLayoutCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_PIPELINE_LAYOUT_CREATE_INFO;
    info.setLayoutCount = set != VK_NULL_HANDLE ? 1 : 0;
    info.pSetLayouts = &set;
    info.pushConstantRangeCount = push_bytes > 0 ? 1 : 0;
    info.pPushConstantRanges = &range;
    VkPipelineLayout layout = VK_NULL_HANDLE;
    check(vkCreatePipelineLayout(device.handle(), &info, nullptr, &layout), "vkCreatePipelineLayout");
    return {device.handle(), layout};
}

SetLayout make_set_layout(const Device& device, std::span<const VkDescriptorType> types) {
    std::vector<VkDescriptorSetLayoutBinding> bindings;
    for (VkDescriptorType type : types) {
        const auto binding = static_cast<std::uint32_t>(bindings.size());
        bindings.push_back(
            {binding, type, 1, VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT, nullptr});
    }
    VkDescriptorSetLayoutCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_DESCRIPTOR_SET_LAYOUT_CREATE_INFO;
    info.bindingCount = static_cast<std::uint32_t>(bindings.size());
    info.pBindings = bindings.data();
    VkDescriptorSetLayout layout = VK_NULL_HANDLE;
    check(vkCreateDescriptorSetLayout(device.handle(), &info, nullptr, &layout),
          "vkCreateDescriptorSetLayout");
    return {device.handle(), layout};
}

DescriptorPool make_pool(const Device& device, std::span<const VkDescriptorType> types, std::uint32_t sets) {
    std::vector<VkDescriptorPoolSize> sizes;
    for (VkDescriptorType type : types) {
        sizes.push_back({type, sets});
    }
    VkDescriptorPoolCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_DESCRIPTOR_POOL_CREATE_INFO;
    info.maxSets = sets;
    info.poolSizeCount = static_cast<std::uint32_t>(sizes.size());
    info.pPoolSizes = sizes.data();
    VkDescriptorPool pool = VK_NULL_HANDLE;
    check(vkCreateDescriptorPool(device.handle(), &info, nullptr, &pool), "vkCreateDescriptorPool");
    return {device.handle(), pool};
}

VkDescriptorSet make_set(const Device& device, const DescriptorPool& pool, const SetLayout& layout) {
    VkDescriptorSetLayout handle = layout.get();
    VkDescriptorSetAllocateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_DESCRIPTOR_SET_ALLOCATE_INFO;
    info.descriptorPool = pool.get();
    info.descriptorSetCount = 1;
    info.pSetLayouts = &handle;
    VkDescriptorSet set = VK_NULL_HANDLE;
    check(vkAllocateDescriptorSets(device.handle(), &info, &set), "vkAllocateDescriptorSets");
    return set;
}

void write_texture(const Device& device, VkDescriptorSet set, std::uint32_t binding, VkImageView view,
                   VkSampler sampler) {
    const VkDescriptorImageInfo image{sampler, view, VK_IMAGE_LAYOUT_SHADER_READ_ONLY_OPTIMAL};
    VkWriteDescriptorSet write{};
    write.sType = VK_STRUCTURE_TYPE_WRITE_DESCRIPTOR_SET;
    write.dstSet = set;
    write.dstBinding = binding;
    write.descriptorCount = 1;
    write.descriptorType = VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER;
    write.pImageInfo = &image;
    vkUpdateDescriptorSets(device.handle(), 1, &write, 0, nullptr);
}

void write_uniform(const Device& device, VkDescriptorSet set, std::uint32_t binding, VkBuffer buffer) {
    const VkDescriptorBufferInfo range{buffer, 0, VK_WHOLE_SIZE};
    VkWriteDescriptorSet write{};
    write.sType = VK_STRUCTURE_TYPE_WRITE_DESCRIPTOR_SET;
    write.dstSet = set;
    write.dstBinding = binding;
    write.descriptorCount = 1;
    write.descriptorType = VK_DESCRIPTOR_TYPE_UNIFORM_BUFFER;
    write.pBufferInfo = &range;
    vkUpdateDescriptorSets(device.handle(), 1, &write, 0, nullptr);
}

} // namespace tactus::gpu
