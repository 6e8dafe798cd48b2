#include "engine/render/renderer.hpp"

#include "engine/gpu/barrier.hpp"
#include "engine/gpu/device.hpp"
#include "engine/gpu/frames.hpp"
#include "engine/gpu/swapchain.hpp"
#include "engine/render/client_model.hpp"
#include "engine/render/passes/backdrop_pass.hpp"
#include "engine/render/passes/stage_pass.hpp"
#include "engine/render/passes/ui_pass.hpp"
#include "engine/render/picture_target.hpp"
#include "engine/render/skin_field.hpp"
#include "engine/render/sky_light.hpp"
#include "engine/render/stage_textures.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <optional>
#include <utility>

namespace tactus::render {
namespace {

constexpr VkFormat offscreen_format = VK_FORMAT_R8G8B8A8_UNORM;

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

VkSampleCountFlagBits samples_of(Tier tier) {
    return tier == Tier::low ? VK_SAMPLE_COUNT_1_BIT : VK_SAMPLE_COUNT_4_BIT;
}

/// Colours and switches of a frame.
shared::StageFrame stage_frame(const FrameView& view, const SkinLook& look, VkExtent2D extent) {
    shared::StageFrame frame{};
    frame.picture = Vec2(static_cast<float>(extent.width), static_cast<float>(extent.height));
    frame.clip_from_world = view.camera.clip_from_world(frame.picture.x / frame.picture.y);
    frame.eye = view.camera.eye;
    static const std::array<glm::vec4, 9> sky = sky_harmonics();
    std::copy(sky.begin(), sky.end(), std::begin(frame.sky));
    frame.skin = look.base;
    frame.blood = look.blood;
    frame.age = look.age;
    frame.hand_opacity = view.overlays.hand_opacity;
    frame.pressure_map = view.overlays.pressure_map ? 1.0F : 0.0F;
    frame.coverage = view.overlays.coverage ? 1.0F : 0.0F;
    return frame;
}

VkRenderingAttachmentInfo attachment(VkImageView view, VkImageLayout layout) {
    VkRenderingAttachmentInfo info{};
    info.sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO;
    info.imageView = view;
    info.imageLayout = layout;
    info.loadOp = VK_ATTACHMENT_LOAD_OP_CLEAR;
    info.storeOp = VK_ATTACHMENT_STORE_OP_STORE;
    return info;
}

void cover(VkCommandBuffer commands, VkExtent2D extent) {
    const VkViewport viewport{0, 0, static_cast<float>(extent.width), static_cast<float>(extent.height),
                              0, 1};
    const VkRect2D scissor{{0, 0}, extent};
    vkCmdSetViewport(commands, 0, 1, &viewport);
    vkCmdSetScissor(commands, 0, 1, &scissor);
}

} // namespace

struct Renderer::State {
    const gpu::Device& device;
    platform::Window* window;
    Tier tier;
    std::optional<gpu::Swapchain> swapchain;
    VkFormat format;
    PictureTarget target;
    StageTextures textures;
    BackdropPass backdrop;
    StagePass stage;
    UiPass ui;
    std::shared_ptr<const ClientModel> client;
    std::optional<SkinField> field;
    gpu::ImageUse colour_use = gpu::use::fresh;
    FrameTimes times;
    gpu::Frames frames; // last: waits for the GPU before anything else goes

    State(const gpu::Device& device_in, platform::Window* window_in, Tier tier_in)
        : device(device_in), window(window_in), tier(tier_in),
          swapchain(window_in != nullptr ? std::make_optional<gpu::Swapchain>(device_in) : std::nullopt),
          format(swapchain ? swapchain->format() : offscreen_format), textures(device_in),
          backdrop(device_in),
          stage(device_in, textures, {format, samples_of(tier_in), tier_in != Tier::low}),
          ui(device_in, format), frames(device_in) {}

    void fit_target(VkExtent2D extent) {
        if (extent.width == target.extent.width && extent.height == target.extent.height) {
            return;
        }
        frames.wait_all();
        target = make_target(device, {extent, format, samples_of(tier)});
        backdrop.fit(extent);
        textures.set_backdrop(backdrop.view());
        colour_use = gpu::use::fresh;
    }

    void use_colour(VkCommandBuffer commands, const gpu::ImageUse& next) {
        gpu::move_image(commands, {target.colour.handle.get(), gpu::whole_image(format)}, colour_use, next);
        colour_use = next;
    }

    void begin_rendering(VkCommandBuffer commands, const VkRenderingAttachmentInfo& colour,
                         const VkRenderingAttachmentInfo* depth) const {
        VkRenderingInfo info{};
        info.sType = VK_STRUCTURE_TYPE_RENDERING_INFO;
        info.renderArea = {{0, 0}, target.extent};
        info.layerCount = 1;
        info.colorAttachmentCount = 1;
        info.pColorAttachments = &colour;
        info.pDepthAttachment = depth;
        vkCmdBeginRendering(commands, &info);
        cover(commands, target.extent);
    }

    void record_stage(VkCommandBuffer commands, const FrameView& view) {
        field->update(view.now);
        stage.pose_hands(view, *field, frames.slot());
        textures.write(commands, frames.slot(), stage_frame(view, client->look, target.extent), *field);
        backdrop.record(commands, view.camera);
        const bool many = target.samples != VK_SAMPLE_COUNT_1_BIT;
        VkRenderingAttachmentInfo colour =
            attachment(target.colour.view.get(), VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL);
        // Every pixel is drawn, the room behind all; nothing needs clearing but depth.
        colour.loadOp = VK_ATTACHMENT_LOAD_OP_DONT_CARE;
        if (many) {
            colour.imageView = target.multisampled.view.get();
            colour.storeOp = VK_ATTACHMENT_STORE_OP_DONT_CARE;
            colour.resolveMode = VK_RESOLVE_MODE_AVERAGE_BIT;
            colour.resolveImageView = target.colour.view.get();
            colour.resolveImageLayout = VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL;
            gpu::move_image(commands, {target.multisampled.handle.get(), gpu::whole_image(format)},
                            {gpu::use::colour.stages, gpu::use::colour.access, VK_IMAGE_LAYOUT_UNDEFINED},
                            gpu::use::colour);
        }
        VkRenderingAttachmentInfo depth =
            attachment(target.depth.view.get(), VK_IMAGE_LAYOUT_DEPTH_ATTACHMENT_OPTIMAL);
        depth.storeOp = VK_ATTACHMENT_STORE_OP_DONT_CARE;
        depth.clearValue.depthStencil = {0, 0}; // reversed: 0 is far
        gpu::move_image(commands, {target.depth.handle.get(), gpu::whole_image(depth_format)},
                        {gpu::use::depth.stages, gpu::use::depth.access, VK_IMAGE_LAYOUT_UNDEFINED},
                        gpu::use::depth);
        begin_rendering(commands, colour, &depth);
        stage.record(commands, frames.slot(), view.overlays);
        vkCmdEndRendering(commands);
    }

    void record_ui(VkCommandBuffer commands, const FrameView& view) {
        VkRenderingAttachmentInfo colour =
            attachment(target.colour.view.get(), VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL);
        colour.clearValue.color = {{0.11F, 0.09F, 0.08F, 1.0F}};
        if (client) {
            colour.loadOp = VK_ATTACHMENT_LOAD_OP_LOAD;
            use_colour(commands, gpu::use::colour);
        }
        begin_rendering(commands, colour, nullptr);
        if (view.ui != nullptr) {
            ui.record(commands, *view.ui, frames.slot());
        }
        vkCmdEndRendering(commands);
    }

    void copy_to_window(VkCommandBuffer commands, VkImage image) {
        const gpu::ImageMove move{image, gpu::whole_image(format)};
        gpu::move_image(commands, move, gpu::use::acquired, gpu::use::copy_target);
        VkImageCopy region{};
        region.srcSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
        region.dstSubresource = region.srcSubresource;
        region.extent = {target.extent.width, target.extent.height, 1};
        vkCmdCopyImage(commands, target.colour.handle.get(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, image,
                       VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region);
        gpu::move_image(commands, move, gpu::use::copy_target, gpu::use::presented);
    }

    bool draw(const FrameView& view) {
        frames.wait_slot();
        const double start_s = seconds_now();
        std::optional<std::uint32_t> image;
        if (swapchain) {
            const platform::PixelSize size = window->framebuffer();
            if (!swapchain->fit(static_cast<std::uint32_t>(size.width),
                                static_cast<std::uint32_t>(size.height))) {
                return false;
            }
            image = swapchain->acquire(frames.acquired());
            if (!image) {
                return false;
            }
            fit_target(swapchain->extent());
        }
        gpu::FrameSignals signals;
        VkCommandBuffer commands = frames.begin();
        use_colour(commands, gpu::use::colour);
        if (client) {
            record_stage(commands, view);
        }
        if (view.ui != nullptr || !client) {
            record_ui(commands, view);
        }
        use_colour(commands, gpu::use::copy_source);
        if (image) {
            signals = {frames.acquired(), swapchain->filled(*image)};
            copy_to_window(commands, swapchain->image(*image));
        }
        frames.submit(signals);
        times = {(seconds_now() - start_s) * 1e3, frames.gpu_ms()};
        if (image) {
            swapchain->present(*image);
        }
        return true;
    }
};

Renderer::Renderer(const gpu::Device& device, platform::Window& window, Tier tier)
    : state_(std::make_unique<State>(device, &window, tier)) {}

Renderer::Renderer(const gpu::Device& device, platform::PixelSize size, Tier tier)
    : state_(std::make_unique<State>(device, nullptr, tier)) {
    state_->fit_target({static_cast<std::uint32_t>(size.width), static_cast<std::uint32_t>(size.height)});
}

Renderer::~Renderer() = default;

void Renderer::show_client(std::shared_ptr<const ClientModel> model) {
    state_->frames.wait_all();
    state_->client = std::move(model);
    state_->field.reset();
    if (state_->client) {
        state_->field.emplace(*state_->client);
        state_->textures.set_client(*state_->client);
        state_->stage.set_client(*state_->client);
    }
}

void Renderer::upload_fonts() {
    state_->frames.wait_all();
    state_->ui.upload_fonts();
}

bool Renderer::draw(const FrameView& view) { return state_->draw(view); }

platform::Image Renderer::read_back() const {
    state_->frames.wait_all();
    return read_target(state_->device, state_->target);
}

FrameTimes Renderer::times() const { return state_->times; }

Tier Renderer::tier() const { return state_->tier; }

Tier suitable_tier(const gpu::Device& device) {
    switch (device.type()) {
    case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU:
        return Tier::high;
    case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU:
    case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU:
        return Tier::medium;
    default:
        return Tier::low;
    }
}

} // namespace tactus::render
