#pragma once
/// A shader that runs over every pixel of an image while it reads another one: a blur.

#include "engine/gpu/memory.hpp"
#include "engine/gpu/pipeline.hpp"
#include "shaders/shared/post.h"

#include <span>

namespace tactus::render {

class PicturePass {
public:
    /// fragment: a shader below shaders/ that reads binding 0 and takes a PostPush. depth: of the buffer that
    /// is at hand where it is drawn with others; it is neither asked nor written.
    PicturePass(const gpu::Device& device, const char* fragment, VkFormat drawn,
                VkFormat depth = VK_FORMAT_UNDEFINED);

    /// The image that is read from now on. No frame in flight.
    void read(VkImageView image);

    /// Draws all of `target`, which is in the layout for drawing; begins and ends rendering itself.
    void record(VkCommandBuffer commands, const gpu::Image& target, const shared::PostPush& push) const;

    /// Draws some areas; the caller has begun rendering and set the viewport.
    void draw(VkCommandBuffer commands, std::span<const VkRect2D> areas, const shared::PostPush& push) const;

private:
    const gpu::Device* device_;
    gpu::SetLayout set_layout_;
    gpu::DescriptorPool pool_;
    gpu::PipelineLayout layout_;
    gpu::Sampler sampler_;
    gpu::Pipeline pipeline_;
    VkDescriptorSet set_;
};

} // namespace tactus::render
