#include "engine/render/window_picture.hpp"

#include "engine/gpu/barrier.hpp"
#include "engine/render/picture_area.hpp"

#include <array>

namespace tactus::render {

WindowPicture::WindowPicture(const gpu::Device& device, platform::Window& window)
    : window_(&window), swapchain_(device), waits_to_show_(device.type() == VK_PHYSICAL_DEVICE_TYPE_CPU) {}

std::optional<VkExtent2D> WindowPicture::fit() {
    const platform::PixelSize size = window_->framebuffer();
    const auto width = static_cast<std::uint32_t>(size.width);
    const auto height = static_cast<std::uint32_t>(size.height);
    if (!swapchain_.fits(width, height)) {
        show(); // by the chain that it was taken from
    }
    if (!swapchain_.fit(width, height)) {
        return std::nullopt;
    }
    return swapchain_.extent();
}

bool WindowPicture::take(VkSemaphore acquired) {
    show();
    taken_ = swapchain_.acquire(acquired);
    return taken_.has_value();
}

void WindowPicture::copy(VkCommandBuffer commands, const gpu::Image& picture) const {
    const VkImage image = swapchain_.image(*taken_);
    const gpu::ImageMove move{image, gpu::whole_image(swapchain_.format())};
    gpu::move_image(commands, move, gpu::use::acquired, gpu::use::copy_target);
    copy_image(commands,
               {picture.handle.get(), image,
                std::array{VkRect2D{{0, 0}, {picture.description.width, picture.description.height}}}});
    gpu::move_image(commands, move, gpu::use::copy_target, gpu::use::presented);
}

void WindowPicture::submitted() {
    if (!waits_to_show_) {
        show();
    }
}

void WindowPicture::show() {
    if (taken_) {
        swapchain_.present(*taken_);
        taken_.reset();
    }
}

} // namespace tactus::render
