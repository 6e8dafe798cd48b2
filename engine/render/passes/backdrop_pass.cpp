#include "engine/render/passes/backdrop_pass.hpp"

#include "engine/gpu/barrier.hpp"
#include "engine/gpu/drawing.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

constexpr VkFormat room_format = VK_FORMAT_R16G16B16A16_SFLOAT;
constexpr VkFormat shown_format = VK_FORMAT_R8G8B8A8_UNORM;
constexpr std::uint32_t shrink = 4;
constexpr float defocus_m = 0.0125F; ///< blur at the room's distance (look.md 2.1)
constexpr float room_distance_m = 2.6F;
constexpr std::uint32_t hurry = 2; ///< as many times coarser while the camera moves

VkExtent2D extent_of(const gpu::Image& image) { return {image.description.width, image.description.height}; }

Vec2 backdrop_size(VkExtent2D extent) {
    return {static_cast<float>(extent.width), static_cast<float>(extent.height)};
}

} // namespace

BackdropPass::BackdropPass(const gpu::Device& device)
    : device_(&device), set_layout_(gpu::make_set_layout(device, gpu::one_image)),
      pool_(gpu::make_pool(device, gpu::one_image, 3)),
      layout_(gpu::make_layout(device, set_layout_.get(), sizeof(shared::RoomPush))),
      sampler_(gpu::make_sampler(device, gpu::Filter::linear, gpu::Edge::clamp)),
      room_(gpu::make_pipeline(device, gpu::full_picture(layout_.get(), "room.frag.spv", room_format))),
      blur_(gpu::make_pipeline(device, gpu::full_picture(layout_.get(), "blur.frag.spv", room_format))),
      enlarge_(
          gpu::make_pipeline(device, gpu::full_picture(layout_.get(), "enlarge.frag.spv", shown_format))) {
    for (VkDescriptorSet& set : sets_) {
        set = gpu::make_set(device, pool_, set_layout_);
    }
}

void BackdropPass::fit(VkExtent2D picture) {
    for (std::size_t k = 0; k < images_.size(); ++k) {
        gpu::ImageDescription description;
        const std::uint32_t part = k == enlarged ? 1 : shrink;
        description.format = k == enlarged ? shown_format : room_format;
        description.width = std::max(picture.width / part, 1U);
        description.height = std::max(picture.height / part, 1U);
        description.usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_SAMPLED_BIT;
        images_[k] = gpu::make_image(*device_, description);
        gpu::write_texture(*device_, sets_[k], 0, images_[k].view.get(), sampler_.get());
    }
    drawn_for_.reset();
}

void BackdropPass::draw(VkCommandBuffer commands, const Sweep& sweep, const shared::RoomPush& push) {
    const gpu::Image& image = images_[sweep.to];
    const gpu::ImageMove move{image.handle.get(), gpu::whole_image(image.description.format)};
    // What the image held is drawn over; the stage or a sweep may have read it last.
    const gpu::ImageUse before{gpu::use::sampled.stages, gpu::use::sampled.access, VK_IMAGE_LAYOUT_UNDEFINED};
    gpu::move_image(commands, move, before, gpu::use::colour);
    const VkRenderingAttachmentInfo colour = gpu::colour_attachment(image, VK_ATTACHMENT_LOAD_OP_DONT_CARE);
    const VkExtent2D corner{static_cast<std::uint32_t>(push.size.x), static_cast<std::uint32_t>(push.size.y)};
    gpu::begin_drawing(commands, {corner, {{0, 0}, corner}, &colour});
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, sweep.pipeline->get());
    if (sweep.reads) {
        vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, layout_.get(), 0, 1,
                                &sets_[sweep.from], 0, nullptr);
    }
    vkCmdPushConstants(commands, layout_.get(), VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT, 0,
                       sizeof push, &push);
    vkCmdDraw(commands, 3, 1, 0, 0);
    vkCmdEndRendering(commands);
    gpu::move_image(commands, move, gpu::use::colour, gpu::use::sampled);
}

shared::RoomPush BackdropPass::push_for(std::uint32_t coarser) const {
    const Camera& camera = *drawn_for_;
    const VkExtent2D image = extent_of(images_[0]);
    const float half = std::tan(camera.vertical_fov_deg * 3.14159265F / 360);
    shared::RoomPush push{};
    push.size = backdrop_size({std::max(image.width / coarser, 1U), std::max(image.height / coarser, 1U)});
    push.share = push.size / backdrop_size(image);
    push.eye = camera.eye;
    push.forward = glm::normalize(camera.target - camera.eye);
    push.right = glm::normalize(glm::cross(push.forward, Vec3(0, 1, 0)));
    push.up = glm::cross(push.right, push.forward) * half;
    push.right *= half;
    push.aspect = push.size.x / push.size.y;
    push.exposure = 1.02F;
    push.table_m = table_m_;
    push.sigma = std::max(defocus_m / room_distance_m * (push.size.y * .5F / half), .6F);
    return push;
}

void BackdropPass::trace(VkCommandBuffer commands, std::uint32_t coarser) {
    draw(commands, {&room_, 0, 0, false}, push_for(coarser));
}

void BackdropPass::finish(VkCommandBuffer commands, std::uint32_t coarser) {
    shared::RoomPush push = push_for(coarser);
    push.sweep = Vec2(1, 0);
    draw(commands, {&blur_, 0, 1, true}, push);
    push.sweep = Vec2(0, 1);
    push.last = 1;
    draw(commands, {&blur_, 1, 0, true}, push);
    const VkExtent2D whole = extent_of(images_[enlarged]);
    push.size = backdrop_size({std::max(whole.width / coarser, 1U), std::max(whole.height / coarser, 1U)});
    draw(commands, {&enlarge_, 0, enlarged, true}, push);
    filled_ = push.size;
}

// Traced in one frame, finished in the next: both at once would be seen as a jerk.
bool BackdropPass::record(VkCommandBuffer commands, const RoomView& seen, bool hurried) {
    const Camera& camera = seen.camera;
    if (drawn_for_ && *drawn_for_ == camera && table_m_ == seen.table_m) {
        if (kept_ == Kept::coarse) {
            trace(commands, 1);
            kept_ = Kept::traced;
            return false;
        }
        const bool unfinished = kept_ == Kept::traced;
        if (unfinished) {
            finish(commands, 1);
            kept_ = Kept::fine;
        }
        return unfinished;
    }
    const bool moves = hurried && drawn_for_;
    const std::uint32_t coarser = moves ? hurry : 1;
    drawn_for_ = camera;
    table_m_ = seen.table_m;
    trace(commands, coarser);
    finish(commands, coarser);
    kept_ = moves ? Kept::coarse : Kept::fine;
    return true;
}

} // namespace tactus::render
