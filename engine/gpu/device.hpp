#pragma once
/// Instance, physical device, logical device and one queue of Vulkan 1.3; owns them all.

#include <vulkan/vulkan.h>

#include <memory>
#include <string>

struct GLFWwindow;

namespace tactus::gpu {

struct DeviceSettings {
    GLFWwindow* window = nullptr; ///< null = offscreen, no surface extensions
    bool validation = false;      ///< Khronos validation layer on; its messages are counted
};

class Device {
public:
    /// Throws UserError when no Vulkan 1.3 device fits, with the reason each one was refused.
    explicit Device(const DeviceSettings& settings);
    ~Device();
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    Device(Device&&) = delete;
    Device& operator=(Device&&) = delete;

    [[nodiscard]] VkInstance instance() const;
    [[nodiscard]] VkPhysicalDevice physical() const;
    [[nodiscard]] VkDevice handle() const;
    [[nodiscard]] VkQueue queue() const;
    [[nodiscard]] std::uint32_t queue_family() const;
    [[nodiscard]] VkSurfaceKHR surface() const; ///< VK_NULL_HANDLE offscreen
    [[nodiscard]] VkPhysicalDeviceType type() const;
    [[nodiscard]] std::string name() const;
    /// Messages of the validation layer so far (warnings and errors), printed to standard error as they come.
    [[nodiscard]] int validation_messages() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tactus::gpu
