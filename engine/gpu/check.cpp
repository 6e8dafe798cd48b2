#include "engine/gpu/check.hpp"

#include <string>

namespace tactus::gpu {
namespace {

std::string result_name(VkResult result) {
    switch (result) {
    case VK_ERROR_OUT_OF_HOST_MEMORY:
        return "out of memory";
    case VK_ERROR_OUT_OF_DEVICE_MEMORY:
        return "out of GPU memory";
    case VK_ERROR_DEVICE_LOST:
        return "the GPU was lost";
    case VK_ERROR_INITIALIZATION_FAILED:
        return "initialisation failed";
    case VK_ERROR_FEATURE_NOT_PRESENT:
        return "a feature is missing";
    case VK_ERROR_EXTENSION_NOT_PRESENT:
        return "an extension is missing";
    case VK_ERROR_INCOMPATIBLE_DRIVER:
        return "no compatible driver";
    case VK_ERROR_SURFACE_LOST_KHR:
        return "the window's surface was lost";
    default:
        return "result " + std::to_string(static_cast<int>(result));
    }
}

} // namespace

void check(VkResult result, const char* call) {
    if (result >= 0) {
        return;
    }
    const Complaint complaint{.where = call,
                              .what = "Vulkan failed: " + result_name(result),
                              .mend = "restart; if it comes back, update the GPU driver"};
    switch (result) {
    case VK_ERROR_DEVICE_LOST:
    case VK_ERROR_SURFACE_LOST_KHR:
        throw DeviceLost(complaint);
    case VK_ERROR_OUT_OF_HOST_MEMORY:
    case VK_ERROR_OUT_OF_DEVICE_MEMORY:
        throw OutOfMemory(complaint);
    default:
        throw UserError(complaint);
    }
}

} // namespace tactus::gpu
