#include "engine/gpu/swapchain.hpp"

#include "engine/gpu/check.hpp"
#include "engine/gpu/frames.hpp"

#include <algorithm>

namespace tactus::gpu {
namespace {

VkSurfaceFormatKHR choose_format(const Device& device) {
    std::uint32_t count = 0;
    vkGetPhysicalDeviceSurfaceFormatsKHR(device.physical(), device.surface(), &count, nullptr);
    std::vector<VkSurfaceFormatKHR> formats(count);
    vkGetPhysicalDeviceSurfaceFormatsKHR(device.physical(), device.surface(), &count, formats.data());
    for (const VkSurfaceFormatKHR& format : formats) {
        if (format.format == VK_FORMAT_B8G8R8A8_UNORM || format.format == VK_FORMAT_R8G8B8A8_UNORM) {
            return format;
        }
    }
    return {VK_FORMAT_B8G8R8A8_UNORM, VK_COLOR_SPACE_SRGB_NONLINEAR_KHR};
}

// MAILBOX shows the newest frame without tearing; FIFO is there always.
VkPresentModeKHR choose_mode(const Device& device) {
    std::uint32_t count = 0;
    vkGetPhysicalDeviceSurfacePresentModesKHR(device.physical(), device.surface(), &count, nullptr);
    std::vector<VkPresentModeKHR> modes(count);
    vkGetPhysicalDeviceSurfacePresentModesKHR(device.physical(), device.surface(), &count, modes.data());
    const bool mailbox = std::find(modes.begin(), modes.end(), VK_PRESENT_MODE_MAILBOX_KHR) != modes.end();
    return mailbox ? VK_PRESENT_MODE_MAILBOX_KHR : VK_PRESENT_MODE_FIFO_KHR;
}

VkCompositeAlphaFlagBitsKHR choose_alpha(VkCompositeAlphaFlagsKHR supported) {
    for (VkCompositeAlphaFlagBitsKHR mode :
         {VK_COMPOSITE_ALPHA_OPAQUE_BIT_KHR, VK_COMPOSITE_ALPHA_INHERIT_BIT_KHR,
          VK_COMPOSITE_ALPHA_POST_MULTIPLIED_BIT_KHR}) {
        if ((supported & mode) != 0) {
            return mode;
        }
    }
    return VK_COMPOSITE_ALPHA_PRE_MULTIPLIED_BIT_KHR;
}

} // namespace

Swapchain::Swapchain(const Device& device)
    : device_(&device), format_(choose_format(device)), mode_(choose_mode(device)) {}

bool Swapchain::fit(std::uint32_t width, std::uint32_t height) {
    if (width == 0 || height == 0) {
        return false;
    }
    if (!fits(width, height)) {
        make(width, height);
    }
    return chain_.get() != VK_NULL_HANDLE;
}

void Swapchain::make(std::uint32_t width, std::uint32_t height) {
    check(vkDeviceWaitIdle(device_->handle()), "vkDeviceWaitIdle");
    VkSurfaceCapabilitiesKHR can;
    check(vkGetPhysicalDeviceSurfaceCapabilitiesKHR(device_->physical(), device_->surface(), &can),
          "vkGetPhysicalDeviceSurfaceCapabilitiesKHR");
    extent_.width = std::clamp(width, can.minImageExtent.width, can.maxImageExtent.width);
    extent_.height = std::clamp(height, can.minImageExtent.height, can.maxImageExtent.height);
    if (extent_.width == 0 || extent_.height == 0) {
        chain_.reset();
        stale_ = true;
        return;
    }
    VkSwapchainCreateInfoKHR info{};
    info.sType = VK_STRUCTURE_TYPE_SWAPCHAIN_CREATE_INFO_KHR;
    info.surface = device_->surface();
    const std::uint32_t most = can.maxImageCount == 0 ? 8 : can.maxImageCount;
    info.minImageCount = std::min(std::max(can.minImageCount + 1, 3U), most);
    info.imageFormat = format_.format;
    info.imageColorSpace = format_.colorSpace;
    info.imageExtent = extent_;
    info.imageArrayLayers = 1;
    info.imageUsage = VK_IMAGE_USAGE_TRANSFER_DST_BIT;
    info.preTransform = can.currentTransform;
    info.compositeAlpha = choose_alpha(can.supportedCompositeAlpha);
    info.presentMode = mode_;
    info.clipped = VK_TRUE;
    info.oldSwapchain = chain_.get();
    VkSwapchainKHR made = VK_NULL_HANDLE;
    check(vkCreateSwapchainKHR(device_->handle(), &info, nullptr, &made), "vkCreateSwapchainKHR");
    chain_ = OwnedSwapchain(device_->handle(), made);
    std::uint32_t count = 0;
    vkGetSwapchainImagesKHR(device_->handle(), made, &count, nullptr);
    images_.resize(count);
    vkGetSwapchainImagesKHR(device_->handle(), made, &count, images_.data());
    filled_.clear();
    for (std::uint32_t image = 0; image < count; ++image) {
        filled_.push_back(make_semaphore(*device_));
    }
    stale_ = false;
}

std::optional<std::uint32_t> Swapchain::acquire(VkSemaphore acquired) {
    std::uint32_t index = 0;
    const VkResult result =
        vkAcquireNextImageKHR(device_->handle(), chain_.get(), UINT64_MAX, acquired, VK_NULL_HANDLE, &index);
    if (result == VK_ERROR_OUT_OF_DATE_KHR) {
        stale_ = true;
        return std::nullopt;
    }
    check(result, "vkAcquireNextImageKHR");
    stale_ = stale_ || result == VK_SUBOPTIMAL_KHR;
    return index;
}

void Swapchain::present(std::uint32_t index) {
    VkSemaphore wait = filled_[index].get();
    VkSwapchainKHR chain = chain_.get();
    VkPresentInfoKHR info{};
    info.sType = VK_STRUCTURE_TYPE_PRESENT_INFO_KHR;
    info.waitSemaphoreCount = 1;
    info.pWaitSemaphores = &wait;
    info.swapchainCount = 1;
    info.pSwapchains = &chain;
    info.pImageIndices = &index;
    const VkResult result = vkQueuePresentKHR(device_->queue(), &info);
    stale_ = stale_ || result == VK_ERROR_OUT_OF_DATE_KHR || result == VK_SUBOPTIMAL_KHR;
    if (result == VK_ERROR_OUT_OF_DATE_KHR) {
        return;
    }
    if (result != VK_SUBOPTIMAL_KHR) {
        check(result, "vkQueuePresentKHR");
    }
    ++presented_;
}

} // namespace tactus::gpu
