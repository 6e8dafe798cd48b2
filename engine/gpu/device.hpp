#pragma once
/// Instance, physical device, logical device and one queue of Vulkan 1.3; owns them all.

#include <vulkan/vulkan.h>

#include <filesystem>
#include <memory>
#include <string>

struct GLFWwindow;

namespace tactus::gpu {

struct DeviceSettings {
    GLFWwindow* window = nullptr;              ///< null = offscreen, no surface extensions
    bool validation = false;                   ///< Khronos validation layer on; its messages are counted
    std::filesystem::path pipeline_cache = {}; ///< compiled pipelines are kept in this file; empty = nowhere
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

    /// Blocks of memory and pipelines made so far: drawing makes none once it has begun.
    [[nodiscard]] int objects_made() const;
    /// For those that make them. Any thread.
    void note_made() const;

    /// For make_pipeline.
    [[nodiscard]] VkPipelineCache pipeline_cache() const;
    /// Keeps what was compiled so far on disk: call when all pipelines are made.
    void save_pipelines() const;

    /// Names what is recorded between the two for debuggers; nothing without validation.
    void begin_label(VkCommandBuffer commands, const char* name) const;
    void end_label(VkCommandBuffer commands) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tactus::gpu
