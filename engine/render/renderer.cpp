#include "engine/render/renderer.hpp"

#include "engine/gpu/barrier.hpp"
#include "engine/gpu/device.hpp"
#include "engine/gpu/frames.hpp"
#include "engine/gpu/swapchain.hpp"
#include "engine/render/passes/ui_pass.hpp"
#include "engine/render/picture_target.hpp"

#include <chrono>
#include <optional>

namespace tactus::render {
namespace {

constexpr VkFormat offscreen_format = VK_FORMAT_R8G8B8A8_UNORM;

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void cover(VkCommandBuffer commands, VkExtent2D extent) {
    const VkViewport viewport{0, 0, static_cast<float>(extent.width), static_cast<float>(extent.height), 0, 1};
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
    UiPass ui;
    gpu::ImageUse colour_use = gpu::use::fresh;
    FrameTimes times;
    gpu::Frames frames; // last: waits for the GPU before anything else goes

    State(const gpu::Device& device_in, platform::Window* window_in, Tier tier_in)
        : device(device_in), window(window_in), tier(tier_in),
          swapchain(window_in != nullptr ? std::make_optional<gpu::Swapchain>(device_in) : std::nullopt),
          format(swapchain ? swapchain->format() : offscreen_format), ui(device_in, format), frames(device_in) {}

    void fit_target(VkExtent2D extent) {
        if (extent.width == target.extent.width && extent.height == target.extent.height) {
            return;
        }
        frames.wait_all();
        target = make_target(device, {extent, format, VK_SAMPLE_COUNT_1_BIT});
        colour_use = gpu::use::fresh;
    }

    void use_colour(VkCommandBuffer commands, const gpu::ImageUse& next) {
        gpu::move_image(commands, {target.colour.handle.get(), gpu::whole_image(format)}, colour_use, next);
        colour_use = next;
    }

    void record_ui(VkCommandBuffer commands, const FrameView& view) {
        VkRenderingAttachmentInfo colour{};
        colour.sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO;
        colour.imageView = target.colour.view.get();
        colour.imageLayout = VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL;
        colour.loadOp = VK_ATTACHMENT_LOAD_OP_CLEAR;
        colour.storeOp = VK_ATTACHMENT_STORE_OP_STORE;
        colour.clearValue.color = {{0.11F, 0.09F, 0.08F, 1.0F}};
        VkRenderingInfo info{};
        info.sType = VK_STRUCTURE_TYPE_RENDERING_INFO;
        info.renderArea = {{0, 0}, target.extent};
        info.layerCount = 1;
        info.colorAttachmentCount = 1;
        info.pColorAttachments = &colour;
        vkCmdBeginRendering(commands, &info);
        cover(commands, target.extent);
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
            if (!swapchain->fit(static_cast<std::uint32_t>(size.width), static_cast<std::uint32_t>(size.height))) {
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
        record_ui(commands, view);
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

void Renderer::show_client(std::shared_ptr<const ClientModel> model) { (void)model; }

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
