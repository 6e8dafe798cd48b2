#include "engine/render/composer.hpp"

#include "engine/gpu/drawing.hpp"
#include "engine/render/picture_area.hpp"

#include <array>

namespace tactus::render {
namespace {

/// The blur behind panels is renewed that often, in frames: it hardly changes while the camera rests.
constexpr int glass_lasts = 8;

glm::vec2 size_of(VkExtent2D extent) {
    return {static_cast<float>(extent.width), static_cast<float>(extent.height)};
}

glm::vec2 texel_of(const gpu::Image& image) {
    return 1.0F / size_of({image.description.width, image.description.height});
}

} // namespace

Composer::Composer(const gpu::Device& device, VkFormat format, VkSampleCountFlagBits samples)
    : masked_(samples == VK_SAMPLE_COUNT_1_BIT),
      upscale_(device, "upscale.frag.spv", format, masked_ ? depth_format : VK_FORMAT_UNDEFINED),
      shrink_(device, "glass.frag.spv", format), glass_(device, "glass.frag.spv", format),
      mask_(device, {format, depth_format, VK_SAMPLE_COUNT_1_BIT}),
      ui_(device, format, masked_ ? depth_format : VK_FORMAT_UNDEFINED), glass_age_(glass_lasts) {}

void Composer::upload_fonts() {
    ui_.upload_fonts();
    damage_ = {}; // the same places of another atlas look different
}

void Composer::fit(const PictureTarget& target, const gpu::Image& stage) {
    stage_ = &stage;
    picture_ = target.extent;
    upscale_.read(stage.view.get());
    shrink_.read(stage.view.get());
    glass_.read(target.sweep.view.get());
    ui_.set_glass(target.blurred.view.get());
}

void Composer::renew() {
    damage_.add_all();
    glass_age_ = glass_lasts;
}

void Composer::renew(const VkRect2D& piece, VkExtent2D drawn) {
    if (drawn.width == picture_.width && drawn.height == picture_.height) {
        damage_.add(piece);
        return;
    }
    // A pixel more all around, since the enlarged one is blended with its neighbours.
    const glm::vec2 larger = size_of(picture_) / size_of(drawn);
    const glm::vec2 offset(static_cast<float>(piece.offset.x), static_cast<float>(piece.offset.y));
    const glm::ivec2 low(glm::floor((offset - 1.0F) * larger));
    const glm::ivec2 high(glm::ceil((offset + size_of(piece.extent) + 1.0F) * larger));
    damage_.add({{low.x, low.y},
                 {static_cast<std::uint32_t>(high.x - low.x), static_cast<std::uint32_t>(high.y - low.y)}});
}

void Composer::blur(VkCommandBuffer commands, FramePlan& plan, const Frame& frame) const {
    const glm::vec2 large = texel_of(*stage_);
    const glm::vec2 small = texel_of(frame.target.blurred);
    const glm::vec2 share = size_of(frame.stage.extent) * large;
    const std::array first{reads(frame.stage.name), draws(FrameImage::sweep)};
    plan.run(commands, "glass across", first, [&](VkCommandBuffer c) {
        shrink_.record(c, frame.target.sweep,
                       {glm::vec2(0, 2 * large.y), share * small, glm::vec2(share.x * small.x, 0)});
    });
    constexpr std::array second{reads(FrameImage::sweep), draws(FrameImage::blurred)};
    plan.run(commands, "glass down", second, [&](VkCommandBuffer c) {
        glass_.record(c, frame.target.blurred, {glm::vec2(0), small, glm::vec2(0, small.y)});
    });
}

// In one go: a software driver stores a picture and fetches it again between two.
void Composer::draw_together(VkCommandBuffer commands, const Frame& frame, bool enlarges) {
    const PictureTarget& target = frame.target;
    const VkRenderingAttachmentInfo colour = gpu::colour_attachment(target.shown, VK_ATTACHMENT_LOAD_OP_LOAD);
    const std::span<const VkRect2D> areas = damage_.areas();
    if (masked_) {
        VkRenderingAttachmentInfo depth = gpu::depth_attachment(target.depth, VK_ATTACHMENT_LOAD_OP_CLEAR);
        depth.storeOp = VK_ATTACHMENT_STORE_OP_DONT_CARE;
        depth.clearValue.depthStencil = AreaMask::closed;
        gpu::begin_drawing(commands, {target.extent, around(areas), &colour, &depth});
    } else {
        gpu::begin_drawing(commands, {target.extent, {{0, 0}, target.extent}, &colour});
    }
    if (enlarges) {
        const glm::vec2 texel = texel_of(target.shown);
        const glm::vec2 size = size_of(frame.stage.extent);
        upscale_.draw(commands, areas, {size * texel * texel, (size - .5F) * texel, {}});
    }
    if (const std::span<const VkRect2D> under = damage_.interface_areas(); !under.empty()) {
        if (masked_) {
            mask_.record(commands, under);
        }
        ui_.record(commands, *frame.ui,
                   {frame.slot, damage_, masked_ ? around(under) : VkRect2D{{0, 0}, target.extent}});
    }
    vkCmdEndRendering(commands);
}

void Composer::record(VkCommandBuffer commands, FramePlan& plan, const Frame& frame) {
    const bool new_glass = frame.ui != nullptr && ++glass_age_ > glass_lasts;
    if (new_glass) {
        glass_age_ = 0;
        blur(commands, plan, frame);
    }
    damage_.add_changes(frame.ui, new_glass);
    const std::span<const VkRect2D> areas = damage_.areas();
    if (areas.empty()) {
        return;
    }
    const bool apart = frame.stage.name != FrameImage::shown;
    const bool enlarges = apart && frame.stage.extent.width < picture_.width;
    if (apart && !enlarges) {
        const std::array copied{copies(frame.stage.name), filled_in(FrameImage::shown)};
        plan.run(commands, "copy", copied, [&](VkCommandBuffer c) {
            copy_image(c, {stage_->handle.get(), frame.target.shown.handle.get(), areas});
        });
    }
    if (enlarges) {
        const std::array all{reads(frame.stage.name), reads(FrameImage::blurred),
                             draws_over(FrameImage::shown), draws_depth};
        plan.run(commands, "enlarge, interface", all,
                 [&](VkCommandBuffer c) { draw_together(c, frame, true); });
    } else if (!damage_.interface_areas().empty()) {
        constexpr std::array over{reads(FrameImage::blurred), draws_over(FrameImage::shown), draws_depth};
        plan.run(commands, "interface", over, [&](VkCommandBuffer c) { draw_together(c, frame, false); });
    }
}

} // namespace tactus::render
