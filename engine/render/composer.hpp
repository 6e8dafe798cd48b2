#pragma once
/// Puts the stage and the interface together as the picture that is shown, wherever that differs from the one
/// before; and blurs the stage for panels of glass.

#include "engine/render/damage.hpp"
#include "engine/render/frame_plan.hpp"
#include "engine/render/passes/area_mask.hpp"
#include "engine/render/passes/picture_pass.hpp"
#include "engine/render/passes/ui_pass.hpp"
#include "engine/render/picture_target.hpp"

namespace tactus::render {

/// The stage as it was drawn.
struct DrawnStage {
    FrameImage name;   ///< where; `shown` when it was drawn there at once
    VkExtent2D extent; ///< the corner of that image which it fills
};

class Composer {
public:
    /// samples: of the depth buffer that is at hand; only one without several can mask the interface.
    Composer(const gpu::Device& device, VkFormat format, VkSampleCountFlagBits samples);

    /// Uploads the font atlas of the current ImGui context. No frame in flight.
    void upload_fonts();

    /// Images of a new size; stage: the one that DrawnStage will name. No frame in flight.
    void fit(const PictureTarget& target, const gpu::Image& stage);

    /// A new frame: nothing differs yet.
    void begin(VkExtent2D picture) { damage_.begin(picture); }

    /// All of the stage is new, and so is the blur of it.
    void renew();

    /// A piece of the stage is new.
    void renew(const VkRect2D& piece, VkExtent2D drawn);

    /// What is put together, and for which frame.
    struct Frame {
        const PictureTarget& target;
        DrawnStage stage;
        const ImDrawData* ui; ///< may be null
        std::uint32_t slot;
    };

    void record(VkCommandBuffer commands, FramePlan& plan, const Frame& frame);

private:
    void blur(VkCommandBuffer commands, FramePlan& plan, const Frame& frame) const;
    void draw_together(VkCommandBuffer commands, const Frame& frame, bool enlarges);

    bool masked_;
    const gpu::Image* stage_ = nullptr;
    VkExtent2D picture_{0, 0};
    PicturePass upscale_; ///< of a stage drawn smaller than the picture
    PicturePass shrink_;  ///< first sweep of the blur behind panels, from the stage
    PicturePass glass_;   ///< second sweep
    AreaMask mask_;       ///< of the damage
    UiPass ui_;
    Damage damage_;
    int glass_age_ = 0; ///< frames since the blur was renewed
};

} // namespace tactus::render
