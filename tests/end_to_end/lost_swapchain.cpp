// Loaded before the Vulkan loader: for the first seconds of a program its window's pictures are lost again
// and again, as when a display server starts anew or a laptop is put into its dock.
#include <vulkan/vulkan.h>

#include <cstdint>
#include <dlfcn.h>

namespace {

constexpr int lost_calls = 120; ///< of each kind, one in seven of them is lost
constexpr int between = 7;

template <class Function> Function next_of(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool is_lost(int& calls) {
    ++calls;
    return calls < lost_calls && calls % between == 0;
}

} // namespace

// The signatures are the loader's.
// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name, readability-function-size)
extern "C" {

VKAPI_ATTR VkResult VKAPI_CALL vkAcquireNextImageKHR(VkDevice device, VkSwapchainKHR swapchain,
                                                     std::uint64_t timeout, VkSemaphore semaphore,
                                                     VkFence fence, std::uint32_t* image) {
    static const auto next = next_of<PFN_vkAcquireNextImageKHR>("vkAcquireNextImageKHR");
    static int calls = 0;
    return is_lost(calls) ? VK_ERROR_OUT_OF_DATE_KHR
                          : next(device, swapchain, timeout, semaphore, fence, image);
}

VKAPI_ATTR VkResult VKAPI_CALL vkQueuePresentKHR(VkQueue queue, const VkPresentInfoKHR* info) {
    static const auto next = next_of<PFN_vkQueuePresentKHR>("vkQueuePresentKHR");
    static int calls = 3; // not in step with the images
    const VkResult result = next(queue, info);
    return is_lost(calls) ? VK_ERROR_OUT_OF_DATE_KHR : result;
}
}
// NOLINTEND(readability-inconsistent-declaration-parameter-name, readability-function-size)
