#include "engine/gpu/device.hpp"

#include "engine/gpu/check.hpp"
#include "engine/gpu/pipeline_cache.hpp"
#include "sim/authoring/user_error.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <optional>
#include <vector>

namespace tactus::gpu {
namespace {

constexpr const char* validation_layer = "VK_LAYER_KHRONOS_validation";

VKAPI_ATTR VkBool32 VKAPI_CALL count_message(VkDebugUtilsMessageSeverityFlagBitsEXT,
                                             VkDebugUtilsMessageTypeFlagsEXT,
                                             const VkDebugUtilsMessengerCallbackDataEXT* data,
                                             void* counter) {
    static_cast<std::atomic<int>*>(counter)->fetch_add(1);
    std::fprintf(stderr, "validation: %s\n", data->pMessage);
    return VK_FALSE;
}

bool layer_there(const char* wanted) {
    std::uint32_t count = 0;
    vkEnumerateInstanceLayerProperties(&count, nullptr);
    std::vector<VkLayerProperties> layers(count);
    vkEnumerateInstanceLayerProperties(&count, layers.data());
    return std::any_of(layers.begin(), layers.end(), [&](const VkLayerProperties& layer) {
        return std::strcmp(layer.layerName, wanted) == 0;
    });
}

VkDebugUtilsMessengerCreateInfoEXT messenger_info(std::atomic<int>& counter) {
    VkDebugUtilsMessengerCreateInfoEXT info{};
    info.sType = VK_STRUCTURE_TYPE_DEBUG_UTILS_MESSENGER_CREATE_INFO_EXT;
    info.messageSeverity =
        VK_DEBUG_UTILS_MESSAGE_SEVERITY_WARNING_BIT_EXT | VK_DEBUG_UTILS_MESSAGE_SEVERITY_ERROR_BIT_EXT;
    info.messageType = VK_DEBUG_UTILS_MESSAGE_TYPE_VALIDATION_BIT_EXT;
    info.pfnUserCallback = count_message;
    info.pUserData = &counter;
    return info;
}

std::optional<std::uint32_t> graphics_family(VkPhysicalDevice device, VkSurfaceKHR surface) {
    std::uint32_t count = 0;
    vkGetPhysicalDeviceQueueFamilyProperties(device, &count, nullptr);
    std::vector<VkQueueFamilyProperties> families(count);
    vkGetPhysicalDeviceQueueFamilyProperties(device, &count, families.data());
    for (std::uint32_t family = 0; family < count; ++family) {
        VkBool32 presents = VK_TRUE;
        if (surface != VK_NULL_HANDLE) {
            vkGetPhysicalDeviceSurfaceSupportKHR(device, family, surface, &presents);
        }
        if ((families[family].queueFlags & VK_QUEUE_GRAPHICS_BIT) != 0 && presents == VK_TRUE) {
            return family;
        }
    }
    return std::nullopt;
}

bool has_swapchain(VkPhysicalDevice device) {
    std::uint32_t count = 0;
    vkEnumerateDeviceExtensionProperties(device, nullptr, &count, nullptr);
    std::vector<VkExtensionProperties> extensions(count);
    vkEnumerateDeviceExtensionProperties(device, nullptr, &count, extensions.data());
    return std::any_of(extensions.begin(), extensions.end(), [](const VkExtensionProperties& extension) {
        return std::strcmp(extension.extensionName, VK_KHR_SWAPCHAIN_EXTENSION_NAME) == 0;
    });
}

/// Why a device cannot be used; empty when it can.
std::string refusal(VkPhysicalDevice device, VkSurfaceKHR surface) {
    VkPhysicalDeviceProperties properties;
    vkGetPhysicalDeviceProperties(device, &properties);
    if (properties.apiVersion < VK_API_VERSION_1_3) {
        return "only Vulkan " + std::to_string(VK_API_VERSION_MAJOR(properties.apiVersion)) + "." +
               std::to_string(VK_API_VERSION_MINOR(properties.apiVersion));
    }
    VkPhysicalDeviceVulkan13Features features13{};
    features13.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_3_FEATURES;
    VkPhysicalDeviceVulkan12Features features12{};
    features12.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_2_FEATURES;
    features12.pNext = &features13;
    VkPhysicalDeviceFeatures2 features{};
    features.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2;
    features.pNext = &features12;
    vkGetPhysicalDeviceFeatures2(device, &features);
    if (features13.dynamicRendering == VK_FALSE || features13.synchronization2 == VK_FALSE) {
        return "no dynamic rendering or synchronization2";
    }
    if (features12.scalarBlockLayout == VK_FALSE) {
        return "no scalar block layout";
    }
    if (!graphics_family(device, surface)) {
        return "no queue that draws to this window";
    }
    if (surface != VK_NULL_HANDLE && !has_swapchain(device)) {
        return "no swapchain";
    }
    return {};
}

int preference(VkPhysicalDeviceType type) {
    switch (type) {
    case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU:
        return 3;
    case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU:
        return 2;
    case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU:
        return 1;
    default:
        return 0;
    }
}

} // namespace

struct Device::State {
    std::atomic<int> messages{0};
    std::atomic<int> objects_made{0};
    VkInstance instance = VK_NULL_HANDLE;
    VkDebugUtilsMessengerEXT messenger = VK_NULL_HANDLE;
    VkSurfaceKHR surface = VK_NULL_HANDLE;
    VkPhysicalDevice physical = VK_NULL_HANDLE;
    VkPhysicalDeviceProperties properties{};
    VkDevice device = VK_NULL_HANDLE;
    std::uint32_t family = 0;
    VkQueue queue = VK_NULL_HANDLE;
    std::optional<PipelineCache> pipelines;
    PFN_vkCmdBeginDebugUtilsLabelEXT begin_label = nullptr;
    PFN_vkCmdEndDebugUtilsLabelEXT end_label = nullptr;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    State(State&&) = delete;
    State& operator=(State&&) = delete;

    ~State() {
        pipelines.reset();
        if (device != VK_NULL_HANDLE) {
            vkDestroyDevice(device, nullptr);
        }
        if (surface != VK_NULL_HANDLE) {
            vkDestroySurfaceKHR(instance, surface, nullptr);
        }
        if (messenger != VK_NULL_HANDLE) {
            const auto destroy = reinterpret_cast<PFN_vkDestroyDebugUtilsMessengerEXT>(
                vkGetInstanceProcAddr(instance, "vkDestroyDebugUtilsMessengerEXT"));
            destroy(instance, messenger, nullptr);
        }
        if (instance != VK_NULL_HANDLE) {
            vkDestroyInstance(instance, nullptr);
        }
    }

    void make_instance(const DeviceSettings& settings) {
        if (settings.validation && !layer_there(validation_layer)) {
            throw UserError({.where = "--validation",
                             .what = "the Khronos validation layer is not installed",
                             .mend = "install vulkan-validationlayers"});
        }
        std::vector<const char*> extensions;
        if (settings.window != nullptr) {
            std::uint32_t count = 0;
            const char** wanted = glfwGetRequiredInstanceExtensions(&count);
            extensions.assign(wanted, wanted + count);
        }
        std::vector<const char*> layers;
        const VkDebugUtilsMessengerCreateInfoEXT debug = messenger_info(messages);
        VkApplicationInfo application{};
        application.sType = VK_STRUCTURE_TYPE_APPLICATION_INFO;
        application.pApplicationName = "Tactus";
        application.apiVersion = VK_API_VERSION_1_3;
        VkInstanceCreateInfo info{};
        info.sType = VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO;
        info.pApplicationInfo = &application;
        if (settings.validation) {
            layers.push_back(validation_layer);
            extensions.push_back(VK_EXT_DEBUG_UTILS_EXTENSION_NAME);
            info.pNext = &debug; // covers creation and destruction of the instance itself
        }
        info.enabledLayerCount = static_cast<std::uint32_t>(layers.size());
        info.ppEnabledLayerNames = layers.data();
        info.enabledExtensionCount = static_cast<std::uint32_t>(extensions.size());
        info.ppEnabledExtensionNames = extensions.data();
        check(vkCreateInstance(&info, nullptr, &instance), "vkCreateInstance");
        if (settings.validation) {
            const auto create = reinterpret_cast<PFN_vkCreateDebugUtilsMessengerEXT>(
                vkGetInstanceProcAddr(instance, "vkCreateDebugUtilsMessengerEXT"));
            check(create(instance, &debug, nullptr, &messenger), "vkCreateDebugUtilsMessengerEXT");
            begin_label = reinterpret_cast<PFN_vkCmdBeginDebugUtilsLabelEXT>(
                vkGetInstanceProcAddr(instance, "vkCmdBeginDebugUtilsLabelEXT"));
            end_label = reinterpret_cast<PFN_vkCmdEndDebugUtilsLabelEXT>(
                vkGetInstanceProcAddr(instance, "vkCmdEndDebugUtilsLabelEXT"));
        }
    }

    void choose_physical() {
        std::uint32_t count = 0;
        vkEnumeratePhysicalDevices(instance, &count, nullptr);
        std::vector<VkPhysicalDevice> devices(count);
        vkEnumeratePhysicalDevices(instance, &count, devices.data());
        std::string reasons;
        for (VkPhysicalDevice candidate : devices) {
            VkPhysicalDeviceProperties found;
            vkGetPhysicalDeviceProperties(candidate, &found);
            const std::string why = refusal(candidate, surface);
            if (!why.empty()) {
                reasons += (reasons.empty() ? "" : "; ") + std::string(found.deviceName) + ": " + why;
            } else if (physical == VK_NULL_HANDLE ||
                       preference(found.deviceType) > preference(properties.deviceType)) {
                physical = candidate;
                properties = found;
            }
        }
        if (physical == VK_NULL_HANDLE) {
            throw UserError(
                {.where = "Vulkan",
                 .what = devices.empty() ? "no device was found" : "no device fits (" + reasons + ")",
                 .mend = "install mesa-vulkan-drivers or your GPU's driver (Vulkan 1.3)"});
        }
    }

    void make_device() {
        family = *graphics_family(physical, surface);
        const float priority = 1;
        VkDeviceQueueCreateInfo queue_info{};
        queue_info.sType = VK_STRUCTURE_TYPE_DEVICE_QUEUE_CREATE_INFO;
        queue_info.queueFamilyIndex = family;
        queue_info.queueCount = 1;
        queue_info.pQueuePriorities = &priority;
        VkPhysicalDeviceVulkan13Features features13{};
        features13.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_3_FEATURES;
        features13.dynamicRendering = VK_TRUE;
        features13.synchronization2 = VK_TRUE;
        VkPhysicalDeviceVulkan12Features features12{};
        features12.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_2_FEATURES;
        features12.pNext = &features13;
        features12.scalarBlockLayout = VK_TRUE;
        const char* swapchain = VK_KHR_SWAPCHAIN_EXTENSION_NAME;
        VkDeviceCreateInfo info{};
        info.sType = VK_STRUCTURE_TYPE_DEVICE_CREATE_INFO;
        info.pNext = &features12;
        info.queueCreateInfoCount = 1;
        info.pQueueCreateInfos = &queue_info;
        info.enabledExtensionCount = surface != VK_NULL_HANDLE ? 1 : 0;
        info.ppEnabledExtensionNames = &swapchain;
        check(vkCreateDevice(physical, &info, nullptr, &device), "vkCreateDevice");
        vkGetDeviceQueue(device, family, 0, &queue);
    }
};

Device::Device(const DeviceSettings& settings) : state_(std::make_unique<State>()) {
    state_->make_instance(settings);
    if (settings.window != nullptr) {
        check(glfwCreateWindowSurface(state_->instance, settings.window, nullptr, &state_->surface),
              "glfwCreateWindowSurface");
    }
    state_->choose_physical();
    state_->make_device();
    state_->pipelines.emplace(state_->device, state_->properties, settings.pipeline_cache);
}

Device::~Device() = default;

VkInstance Device::instance() const { return state_->instance; }

VkPhysicalDevice Device::physical() const { return state_->physical; }

VkDevice Device::handle() const { return state_->device; }

VkQueue Device::queue() const { return state_->queue; }

std::uint32_t Device::queue_family() const { return state_->family; }

VkSurfaceKHR Device::surface() const { return state_->surface; }

VkPhysicalDeviceType Device::type() const { return state_->properties.deviceType; }

std::string Device::name() const { return state_->properties.deviceName; }

int Device::objects_made() const { return state_->objects_made.load(); }

void Device::note_made() const { state_->objects_made.fetch_add(1); }

int Device::validation_messages() const { return state_->messages.load(); }

VkPipelineCache Device::pipeline_cache() const { return state_->pipelines->get(); }

void Device::save_pipelines() const { state_->pipelines->save(); }

void Device::begin_label(VkCommandBuffer commands, const char* name) const {
    if (state_->begin_label != nullptr) {
        VkDebugUtilsLabelEXT label{};
        label.sType = VK_STRUCTURE_TYPE_DEBUG_UTILS_LABEL_EXT;
        label.pLabelName = name;
        state_->begin_label(commands, &label);
    }
}

void Device::end_label(VkCommandBuffer commands) const {
    if (state_->end_label != nullptr) {
        state_->end_label(commands);
    }
}

} // namespace tactus::gpu
