#pragma once
/// Lets only some areas of a picture be drawn: elsewhere the depth buffer is as near as can be, so that even
/// a software renderer passes over what is drawn there.

#include "engine/gpu/pipeline.hpp"

#include <span>

namespace tactus::render {

class AreaMask {
public:
    struct Target {
        VkFormat colour;
        VkFormat depth;
        VkSampleCountFlagBits samples;
    };

    AreaMask(const gpu::Device& device, const Target& target);

    /// For rendering that clears the depth buffer: near, as depth is reversed.
    static constexpr VkClearDepthStencilValue closed{1, 0};

    /// Opens areas, whose depth is far afterwards, and sets the scissor around them. The caller has begun
    /// rendering and set the viewport.
    void record(VkCommandBuffer commands, std::span<const VkRect2D> areas) const;

private:
    gpu::PipelineLayout layout_;
    gpu::Pipeline pipeline_;
};

} // namespace tactus::render
