#pragma once
/// The pictures a window shows: acquired, filled by a copy, presented. Survives resizing and minimising.

#include "engine/gpu/device.hpp"
#include "engine/gpu/owned.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tactus::gpu {

class Swapchain {
public:
    /// The device has a surface. Nothing is made until the first `fit`.
    explicit Swapchain(const Device& device);

    /// Makes the chain anew when the size changed or it went out of date; waits for the GPU then.
    /// False when there is nothing to show on (a side is 0).
    bool fit(std::uint32_t width, std::uint32_t height);

    /// True when `fit` would leave the chain as it is.
    [[nodiscard]] bool fits(std::uint32_t width, std::uint32_t height) const {
        return !stale_ && width == extent_.width && height == extent_.height;
    }

    [[nodiscard]] VkExtent2D extent() const { return extent_; }

    /// The format of the images: 8-bit, not sRGB-encoding (shaders encode). Known before the first fit.
    [[nodiscard]] VkFormat format() const { return format_.format; }

    [[nodiscard]] VkImage image(std::uint32_t index) const { return images_[index]; }

    /// Signalled by the frame that fills image `index`; one an image, as presentation may hold it long.
    [[nodiscard]] VkSemaphore filled(std::uint32_t index) const { return filled_[index].get(); }

    /// Index of the next image, `acquired` signalled when it may be written; nullopt when the chain is out of
    /// date.
    std::optional<std::uint32_t> acquire(VkSemaphore acquired);

    /// Shows image `index` after its `filled` semaphore.
    void present(std::uint32_t index);

    /// Images that the window was given so far.
    [[nodiscard]] std::uint64_t presented() const { return presented_; }

private:
    void make(std::uint32_t width, std::uint32_t height);

    const Device* device_;
    VkSurfaceFormatKHR format_{};
    VkPresentModeKHR mode_ = VK_PRESENT_MODE_FIFO_KHR;
    VkExtent2D extent_{0, 0};
    OwnedSwapchain chain_;
    std::vector<VkImage> images_;
    std::vector<Semaphore> filled_;
    bool stale_ = true;
    std::uint64_t presented_ = 0;
};

} // namespace tactus::gpu
