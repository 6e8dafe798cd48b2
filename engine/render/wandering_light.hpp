#pragma once
/// Light that wanders in skin (high tier): what the surface sends back, the light that went in and the skin's
/// colour are drawn apart; that light is blurred, and the picture put together.

#include "engine/render/frame_plan.hpp"
#include "engine/render/passes/finish_pass.hpp"

#include <array>
#include <span>

namespace tactus::render {

class WanderingLight {
public:
    static constexpr std::uint32_t images = 3; ///< that the stage is drawn into

    WanderingLight(const gpu::Device& device, VkFormat shown) : finish_(device, shown) {}

    /// Reads this target, before this room, from now on. No frame in flight.
    void read(const PictureTarget& target, VkImageView room) { finish_.read(target, room); }

    /// One frame into target.shown. views: the whole picture, then an inset if there is one.
    /// draw_stage: records the draws into the images, between the begin and the end of rendering.
    template <class DrawStage>
    void plan_frame(VkCommandBuffer commands, FramePlan& plan, const PictureTarget& target,
                    std::span<const FinishPass::View> views, const DrawStage& draw_stage) const {
        plan.run(commands, "stage", stage_uses, [&](VkCommandBuffer c) {
            begin_stage(c, target);
            draw_stage(c);
            vkCmdEndRendering(c);
        });
        plan_finish(commands, plan, target, views);
    }

private:
    static constexpr std::array stage_uses{draws(FrameImage::samples),
                                           draws(FrameImage::light_samples),
                                           draws(FrameImage::albedo_samples),
                                           draws(FrameImage::surface),
                                           draws(FrameImage::light),
                                           draws(FrameImage::albedo),
                                           reads(FrameImage::hands_shadow),
                                           PassUse{FrameImage::far, gpu::use::depth, false},
                                           PassUse{FrameImage::depth, gpu::use::depth, false}};

    static void begin_stage(VkCommandBuffer commands, const PictureTarget& target);
    void plan_finish(VkCommandBuffer commands, FramePlan& plan, const PictureTarget& target,
                     std::span<const FinishPass::View> views) const;

    FinishPass finish_;
};

} // namespace tactus::render
