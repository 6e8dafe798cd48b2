#pragma once
/// The window's side of a frame: one of its images takes the finished picture and is shown.

#include "engine/gpu/memory.hpp"
#include "engine/gpu/swapchain.hpp"
#include "engine/platform/window.hpp"

#include <optional>

namespace tactus::render {

class WindowPicture {
public:
    WindowPicture(const gpu::Device& device, platform::Window& window);

    /// Known before the first fit.
    [[nodiscard]] VkFormat format() const { return swapchain_.format(); }

    /// The size of the pictures to come, after the window's; nullopt when there is nothing to show on.
    std::optional<VkExtent2D> fit();

    /// Takes an image of the window, which may be written when `acquired` is signalled. False when the window
    /// has changed meanwhile: the frame then goes on without it.
    bool take(VkSemaphore acquired);

    /// Copies a picture of the size that fits, in the layout for it, to the image taken.
    void copy(VkCommandBuffer commands, const gpu::Image& picture) const;

    /// Signalled by the frame that fills the image taken.
    [[nodiscard]] VkSemaphore filled() const { return swapchain_.filled(*taken_); }

    /// The frame that fills the image taken has been submitted: it is shown at once, or by `show`. A software
    /// driver waits for a picture before it shows it, and the program can make the next frame meanwhile.
    void submitted();

    /// Shows what is still to be shown.
    void show();

    [[nodiscard]] bool has_to_show() const { return taken_.has_value(); }

    /// Pictures that the window was given so far.
    [[nodiscard]] std::uint64_t presented() const { return swapchain_.presented(); }

private:
    platform::Window* window_;
    gpu::Swapchain swapchain_;
    bool waits_to_show_; ///< the driver is software
    std::optional<std::uint32_t> taken_;
};

} // namespace tactus::render
