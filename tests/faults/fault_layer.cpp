// A Vulkan layer that loses the GPU, or its memory, at a call of one's choice. For tests; never installed.
//
// TACTUS_FAULT="submit:40 memory:3" returns VK_ERROR_DEVICE_LOST at the 40th submit and OUT_OF_DEVICE_MEMORY
// at the third allocation; further names: acquire, present, device (vkCreateDevice). A slash ends what is for
// this process: the rest is for the one that takes its place. Calls count from when the file
// TACTUS_FAULT_ARMED names is there; from the beginning when it names none.
//
// A lost device stays lost: whatever waits for it fails from then on, as with a real one.
#include <vulkan/vk_layer.h>

#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <string>
#include <type_traits>
#include <unistd.h>

#define EXPORTED extern "C" __attribute__((visibility("default")))

namespace {

/// What lies below this layer, for one device.
struct Below {
    PFN_vkGetDeviceProcAddr get;
    PFN_vkQueueSubmit submit;
    PFN_vkQueueSubmit2 submit2;
    PFN_vkAcquireNextImageKHR acquire;
    PFN_vkQueuePresentKHR present;
    PFN_vkAllocateMemory allocate;
    PFN_vkWaitForFences wait_for_fences;
    PFN_vkDeviceWaitIdle wait_idle;
    PFN_vkDestroyDevice destroy;

    Below(PFN_vkGetDeviceProcAddr get_in, VkDevice device) : get(get_in) {
        const auto find = [&](auto& function, const char* name) {
            function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(get(device, name));
        };
        find(submit, "vkQueueSubmit");
        find(submit2, "vkQueueSubmit2");
        find(acquire, "vkAcquireNextImageKHR");
        find(present, "vkQueuePresentKHR");
        find(allocate, "vkAllocateMemory");
        find(wait_for_fences, "vkWaitForFences");
        find(wait_idle, "vkDeviceWaitIdle");
        find(destroy, "vkDestroyDevice");
    }
};

struct Faults {
    std::mutex mutex;
    std::map<std::string, std::set<int>> at; ///< call: its numbers that fail
    std::map<std::string, int> calls;
    std::set<void*> lost; ///< devices, by their loader's table
    std::map<void*, Below> below;
    std::map<void*, PFN_vkGetInstanceProcAddr> next_of_instance;

    Faults() {
        const char* asked = std::getenv("TACTUS_FAULT");
        std::string words = asked != nullptr ? asked : "";
        const std::size_t end = words.find('/');
        setenv("TACTUS_FAULT", end == std::string::npos ? "" : words.substr(end + 1).c_str(), 1);
        std::istringstream in(words.substr(0, end));
        for (std::string word; in >> word;) {
            const std::size_t colon = word.find(':');
            at[word.substr(0, colon)].insert(std::stoi(word.substr(colon + 1)));
        }
    }

    bool fails(const std::string& call) {
        const std::scoped_lock lock(mutex);
        const char* armed = std::getenv("TACTUS_FAULT_ARMED");
        if (armed != nullptr && access(armed, F_OK) != 0) {
            return false;
        }
        return at[call].contains(++calls[call]);
    }
};

Faults& faults() {
    static Faults all;
    return all;
}

/// What the loader put at the front of a dispatchable handle: one a device, its queues and command buffers
/// share it.
template <class Handle> void* table_of(Handle handle) {
    void* table = nullptr;
    std::memcpy(&table, reinterpret_cast<const void*>(handle), sizeof table);
    return table;
}

template <class Handle> Below below(Handle handle) {
    const std::scoped_lock lock(faults().mutex);
    return faults().below.at(table_of(handle));
}

template <class Handle> bool is_lost(Handle handle) {
    const std::scoped_lock lock(faults().mutex);
    return faults().lost.contains(table_of(handle));
}

/// True when this call loses the device, or it was lost before.
template <class Handle> bool loses(Handle handle, const char* call) {
    if (is_lost(handle)) {
        return true;
    }
    if (!faults().fails(call)) {
        return false;
    }
    const std::scoped_lock lock(faults().mutex);
    faults().lost.insert(table_of(handle));
    return true;
}

VKAPI_ATTR VkResult VKAPI_CALL submit(VkQueue queue, std::uint32_t count, const VkSubmitInfo* infos,
                                      VkFence fence) {
    return loses(queue, "submit") ? VK_ERROR_DEVICE_LOST : below(queue).submit(queue, count, infos, fence);
}

VKAPI_ATTR VkResult VKAPI_CALL submit2(VkQueue queue, std::uint32_t count, const VkSubmitInfo2* infos,
                                       VkFence fence) {
    return loses(queue, "submit") ? VK_ERROR_DEVICE_LOST : below(queue).submit2(queue, count, infos, fence);
}

VKAPI_ATTR VkResult VKAPI_CALL acquire(VkDevice device, VkSwapchainKHR chain, std::uint64_t timeout,
                                       VkSemaphore semaphore, VkFence fence, std::uint32_t* index) {
    return loses(device, "acquire") ? VK_ERROR_DEVICE_LOST
                                    : below(device).acquire(device, chain, timeout, semaphore, fence, index);
}

VKAPI_ATTR VkResult VKAPI_CALL present(VkQueue queue, const VkPresentInfoKHR* info) {
    return loses(queue, "present") ? VK_ERROR_DEVICE_LOST : below(queue).present(queue, info);
}

VKAPI_ATTR VkResult VKAPI_CALL allocate(VkDevice device, const VkMemoryAllocateInfo* info,
                                        const VkAllocationCallbacks* callbacks, VkDeviceMemory* memory) {
    return faults().fails("memory") ? VK_ERROR_OUT_OF_DEVICE_MEMORY
                                    : below(device).allocate(device, info, callbacks, memory);
}

VKAPI_ATTR VkResult VKAPI_CALL wait_for_fences(VkDevice device, std::uint32_t count, const VkFence* fences,
                                               VkBool32 all, std::uint64_t timeout) {
    return is_lost(device) ? VK_ERROR_DEVICE_LOST
                           : below(device).wait_for_fences(device, count, fences, all, timeout);
}

// Really waits: the driver below does not know that its device is lost, and its objects are about to go.
VKAPI_ATTR VkResult VKAPI_CALL wait_idle(VkDevice device) {
    const VkResult result = below(device).wait_idle(device);
    return is_lost(device) ? VK_ERROR_DEVICE_LOST : result;
}

VKAPI_ATTR void VKAPI_CALL destroy_device(VkDevice device, const VkAllocationCallbacks* callbacks) {
    const PFN_vkDestroyDevice destroy = below(device).destroy;
    {
        const std::scoped_lock lock(faults().mutex);
        faults().lost.erase(table_of(device));
        faults().below.erase(table_of(device));
    }
    destroy(device, callbacks);
}

template <class Link> Link* link_of(const void* chain, VkStructureType type) {
    for (auto* info = const_cast<Link*>(static_cast<const Link*>(chain)); info != nullptr;
         info = const_cast<Link*>(static_cast<const Link*>(info->pNext))) {
        if (info->sType == type && info->function == VK_LAYER_LINK_INFO) {
            return info;
        }
    }
    return nullptr;
}

VKAPI_ATTR VkResult VKAPI_CALL create_instance(const VkInstanceCreateInfo* info,
                                               const VkAllocationCallbacks* callbacks, VkInstance* instance) {
    auto* link =
        link_of<VkLayerInstanceCreateInfo>(info->pNext, VK_STRUCTURE_TYPE_LOADER_INSTANCE_CREATE_INFO);
    const PFN_vkGetInstanceProcAddr get = link->u.pLayerInfo->pfnNextGetInstanceProcAddr;
    link->u.pLayerInfo = link->u.pLayerInfo->pNext;
    const VkResult result =
        reinterpret_cast<PFN_vkCreateInstance>(get(nullptr, "vkCreateInstance"))(info, callbacks, instance);
    if (result == VK_SUCCESS) {
        const std::scoped_lock lock(faults().mutex);
        faults().next_of_instance[table_of(*instance)] = get;
    }
    return result;
}

VKAPI_ATTR VkResult VKAPI_CALL create_device(VkPhysicalDevice physical, const VkDeviceCreateInfo* info,
                                             const VkAllocationCallbacks* callbacks, VkDevice* device) {
    if (faults().fails("device")) {
        return VK_ERROR_INITIALIZATION_FAILED;
    }
    auto* link = link_of<VkLayerDeviceCreateInfo>(info->pNext, VK_STRUCTURE_TYPE_LOADER_DEVICE_CREATE_INFO);
    const VkLayerDeviceLink next = *link->u.pLayerInfo;
    link->u.pLayerInfo = link->u.pLayerInfo->pNext;
    const auto create =
        reinterpret_cast<PFN_vkCreateDevice>(next.pfnNextGetInstanceProcAddr(nullptr, "vkCreateDevice"));
    const VkResult result = create(physical, info, callbacks, device);
    if (result == VK_SUCCESS) {
        const std::scoped_lock lock(faults().mutex);
        faults().below.insert_or_assign(table_of(*device), Below(next.pfnNextGetDeviceProcAddr, *device));
    }
    return result;
}

PFN_vkVoidFunction ours(const char* name) {
    static const std::map<std::string, PFN_vkVoidFunction> all{
        {"vkCreateInstance", reinterpret_cast<PFN_vkVoidFunction>(create_instance)},
        {"vkCreateDevice", reinterpret_cast<PFN_vkVoidFunction>(create_device)},
        {"vkDestroyDevice", reinterpret_cast<PFN_vkVoidFunction>(destroy_device)},
        {"vkQueueSubmit", reinterpret_cast<PFN_vkVoidFunction>(submit)},
        {"vkQueueSubmit2", reinterpret_cast<PFN_vkVoidFunction>(submit2)},
        {"vkAcquireNextImageKHR", reinterpret_cast<PFN_vkVoidFunction>(acquire)},
        {"vkQueuePresentKHR", reinterpret_cast<PFN_vkVoidFunction>(present)},
        {"vkAllocateMemory", reinterpret_cast<PFN_vkVoidFunction>(allocate)},
        {"vkWaitForFences", reinterpret_cast<PFN_vkVoidFunction>(wait_for_fences)},
        {"vkDeviceWaitIdle", reinterpret_cast<PFN_vkVoidFunction>(wait_idle)},
    };
    const auto found = all.find(name);
    return found == all.end() ? nullptr : found->second;
}

} // namespace

EXPORTED VKAPI_ATTR PFN_vkVoidFunction VKAPI_CALL vkGetDeviceProcAddr(VkDevice device, const char* name) {
    if (std::strcmp(name, "vkGetDeviceProcAddr") == 0) {
        return reinterpret_cast<PFN_vkVoidFunction>(vkGetDeviceProcAddr);
    }
    if (const PFN_vkVoidFunction own = ours(name)) {
        return own;
    }
    const std::scoped_lock lock(faults().mutex);
    return faults().below.at(table_of(device)).get(device, name);
}

EXPORTED VKAPI_ATTR PFN_vkVoidFunction VKAPI_CALL vkGetInstanceProcAddr(VkInstance instance,
                                                                        const char* name) {
    if (std::strcmp(name, "vkGetInstanceProcAddr") == 0) {
        return reinterpret_cast<PFN_vkVoidFunction>(vkGetInstanceProcAddr);
    }
    if (std::strcmp(name, "vkGetDeviceProcAddr") == 0) {
        return reinterpret_cast<PFN_vkVoidFunction>(vkGetDeviceProcAddr);
    }
    if (const PFN_vkVoidFunction own = ours(name)) {
        return own;
    }
    if (instance == nullptr) {
        return nullptr;
    }
    const std::scoped_lock lock(faults().mutex);
    return faults().next_of_instance.at(table_of(instance))(instance, name);
}
