#pragma once
/// Vulkan objects that destroy themselves. The Device outlives them all: keep it the first member or the
/// caller's.

#include <vulkan/vulkan.h>

#include <utility>

namespace tactus::gpu {

/// One Vulkan handle and the device that made it. Move-only; destroys with destroy(device, handle, nullptr).
/// What the GPU may still read must not be destroyed: wait for its frame first (Frames::wait_all).
template <class Handle, auto destroy> class Owned {
public:
    Owned() = default;

    Owned(VkDevice device, Handle handle) : device_(device), handle_(handle) {}

    ~Owned() { reset(); }

    Owned(Owned&& other) noexcept
        : device_(other.device_), handle_(std::exchange(other.handle_, Handle{VK_NULL_HANDLE})) {}

    Owned& operator=(Owned&& other) noexcept {
        if (this != &other) {
            reset();
            device_ = other.device_;
            handle_ = std::exchange(other.handle_, Handle{VK_NULL_HANDLE});
        }
        return *this;
    }

    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;

    /// The handle; VK_NULL_HANDLE when empty.
    [[nodiscard]] Handle get() const { return handle_; }

    /// Destroys now and becomes empty.
    void reset() {
        if (handle_ != VK_NULL_HANDLE) {
            destroy(device_, handle_, nullptr);
            handle_ = VK_NULL_HANDLE;
        }
    }

private:
    VkDevice device_ = VK_NULL_HANDLE;
    Handle handle_ = VK_NULL_HANDLE;
};

using OwnedBuffer = Owned<VkBuffer, vkDestroyBuffer>;
using OwnedMemory = Owned<VkDeviceMemory, vkFreeMemory>;
using OwnedImage = Owned<VkImage, vkDestroyImage>;
using ImageView = Owned<VkImageView, vkDestroyImageView>;
using Sampler = Owned<VkSampler, vkDestroySampler>;
using Pipeline = Owned<VkPipeline, vkDestroyPipeline>;
using PipelineLayout = Owned<VkPipelineLayout, vkDestroyPipelineLayout>;
using ShaderModule = Owned<VkShaderModule, vkDestroyShaderModule>;
using SetLayout = Owned<VkDescriptorSetLayout, vkDestroyDescriptorSetLayout>;
using DescriptorPool = Owned<VkDescriptorPool, vkDestroyDescriptorPool>;
using CommandPool = Owned<VkCommandPool, vkDestroyCommandPool>;
using Fence = Owned<VkFence, vkDestroyFence>;
using Semaphore = Owned<VkSemaphore, vkDestroySemaphore>;
using QueryPool = Owned<VkQueryPool, vkDestroyQueryPool>;
using OwnedSwapchain = Owned<VkSwapchainKHR, vkDestroySwapchainKHR>;

} // namespace tactus::gpu
