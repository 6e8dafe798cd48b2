#pragma once
/// What the high tier does after the stage is drawn: how much sky hands and fingers leave each other, the
/// blur of light that wanders in skin, and the picture put together.

#include "engine/gpu/pipeline.hpp"
#include "engine/render/camera.hpp"
#include "engine/render/picture_target.hpp"
#include "shaders/shared/scatter.h"

namespace tactus::render {

class FinishPass {
public:
    FinishPass(const gpu::Device& device, VkFormat shown);

    /// Reads the wandering light of this target, before this room, from now on. No frame in flight.
    void read(const PictureTarget& target, VkImageView room);

    /// A part of the picture and the camera it is seen with.
    struct View {
        const Camera& camera;
        VkRect2D area;
    };

    // Each draws over every pixel of that part of one image, which is in the layout for drawing; in this
    // order.
    void record_open_sky(VkCommandBuffer commands, const PictureTarget& target, const View& view) const;
    void record_across(VkCommandBuffer commands, const PictureTarget& target, const View& view) const;
    void record_finish(VkCommandBuffer commands, const PictureTarget& target, const View& view) const;

private:
    /// What is drawn: a part of one image.
    struct Drawn {
        const gpu::Image& image;
        VkRect2D area;
    };

    void run(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const Drawn& drawn,
             const shared::ScatterPush& push) const;

    const gpu::Device* device_;
    gpu::SetLayout set_layout_;
    gpu::DescriptorPool pool_;
    gpu::PipelineLayout layout_;
    gpu::Sampler smooth_;
    gpu::Sampler sharp_; ///< for depth, which has no mean
    gpu::Pipeline open_sky_;
    gpu::Pipeline across_;
    gpu::Pipeline finish_;
    VkDescriptorSet set_;
};

} // namespace tactus::render
