#pragma once
/// Smooths the edges of a finished picture, for tiers with one sample a pixel (FXAA). Two steps: the first
/// marks pixels with contrast in a depth buffer, the second looks closely at those alone.

#include "engine/gpu/memory.hpp"
#include "engine/gpu/pipeline.hpp"

#include <span>

namespace tactus::render {

class SmoothPass {
public:
    SmoothPass(const gpu::Device& device, VkFormat colour, VkFormat depth);

    /// The picture that is read from now on. No frame in flight.
    void read(VkImageView picture);

    /// Draws the smoothed edges of some areas over `target`, a copy of the picture that is read; `depth`, of
    /// the same size, is overwritten. Both are in the layout for drawing; begins and ends rendering itself.
    void record(VkCommandBuffer commands, const gpu::Image& target, const gpu::Image& depth,
                std::span<const VkRect2D> areas) const;

private:
    const gpu::Device* device_;
    gpu::SetLayout set_layout_;
    gpu::DescriptorPool pool_;
    gpu::PipelineLayout layout_;
    gpu::Sampler sampler_;
    gpu::Pipeline mark_;
    gpu::Pipeline smooth_;
    VkDescriptorSet set_;
};

} // namespace tactus::render
