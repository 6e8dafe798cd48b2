#pragma once
/// Graphics pipelines for dynamic rendering, and the layouts they use.

#include "engine/gpu/device.hpp"
#include "engine/gpu/owned.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tactus::gpu {

/// What a pipeline draws and how. Viewport and scissor are dynamic; triangles only; front faces run
/// anticlockwise.
struct PipelineDescription {
    std::string vertex_shader;            ///< "stage.vert.spv", a resource below shaders/
    std::string fragment_shader;          ///< empty = depth only
    std::vector<std::uint32_t> constants; ///< of the fragment shader: constant_id 0, 1, 2, ...
    VkPipelineLayout layout = VK_NULL_HANDLE;
    std::vector<VkVertexInputBindingDescription> bindings;
    std::vector<VkVertexInputAttributeDescription> attributes;
    VkFormat colour_format = VK_FORMAT_UNDEFINED; ///< undefined = none is drawn into
    std::vector<VkFormat> further_formats;        ///< of colour attachments 1, 2, ...
    VkFormat depth_format = VK_FORMAT_UNDEFINED;  ///< undefined = no depth buffer
    VkSampleCountFlagBits samples = VK_SAMPLE_COUNT_1_BIT;
    VkCullModeFlags cull = VK_CULL_MODE_NONE;
    VkCompareOp depth_compare = VK_COMPARE_OP_GREATER_OR_EQUAL; ///< depth is reversed: 1 near, 0 far
    bool depth_test = false;
    bool depth_write = false;
    bool colour_write = true;
    bool blend = false; ///< straight alpha over what is there
};

/// A triangle that covers the picture, at the depth that the viewport says, shaded by `fragment`.
PipelineDescription full_picture(VkPipelineLayout layout, const char* fragment,
                                 VkFormat colour = VK_FORMAT_UNDEFINED);

/// Throws UserError when a shader file is missing.
Pipeline make_pipeline(const Device& device, const PipelineDescription& description);

/// One descriptor set and one range of push constants seen by both stages; either may be absent (null, 0).
PipelineLayout make_layout(const Device& device, VkDescriptorSetLayout set, std::uint32_t push_bytes);

/// The types of a set that is one image to read.
inline constexpr std::array one_image{VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER};

/// A set layout with the given descriptor types at bindings 0, 1, 2, ... seen by both stages.
SetLayout make_set_layout(const Device& device, std::span<const VkDescriptorType> types);

/// Room for `sets` sets of those types.
DescriptorPool make_pool(const Device& device, std::span<const VkDescriptorType> types, std::uint32_t sets);

/// A set from the pool; it lives as long as the pool.
VkDescriptorSet make_set(const Device& device, const DescriptorPool& pool, const SetLayout& layout);

/// Points a binding at a texture that is in the layout for sampling.
void write_texture(const Device& device, VkDescriptorSet set, std::uint32_t binding, VkImageView view,
                   VkSampler sampler);

/// Points a binding at a whole uniform buffer.
void write_uniform(const Device& device, VkDescriptorSet set, std::uint32_t binding, VkBuffer buffer);

} // namespace tactus::gpu
