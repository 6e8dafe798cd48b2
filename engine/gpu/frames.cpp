#include "engine/gpu/frames.hpp"

#include "engine/gpu/check.hpp"

namespace tactus::gpu {

Semaphore make_semaphore(const Device& device) {
    VkSemaphoreCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_SEMAPHORE_CREATE_INFO;
    VkSemaphore semaphore = VK_NULL_HANDLE;
    check(vkCreateSemaphore(device.handle(), &info, nullptr, &semaphore), "vkCreateSemaphore");
    return {device.handle(), semaphore};
}

Frames::Frames(const Device& device) : device_(&device) {
    pass_ms_.reserve(most_marks);
    for (Slot& slot : ring_) {
        VkCommandPoolCreateInfo pool_info{};
        pool_info.sType = VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO;
        pool_info.queueFamilyIndex = device.queue_family();
        VkCommandPool pool = VK_NULL_HANDLE;
        check(vkCreateCommandPool(device.handle(), &pool_info, nullptr, &pool), "vkCreateCommandPool");
        slot.pool = CommandPool(device.handle(), pool);
        VkCommandBufferAllocateInfo allocate{};
        allocate.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO;
        allocate.commandPool = pool;
        allocate.level = VK_COMMAND_BUFFER_LEVEL_PRIMARY;
        allocate.commandBufferCount = 1;
        check(vkAllocateCommandBuffers(device.handle(), &allocate, &slot.commands),
              "vkAllocateCommandBuffers");
        VkFenceCreateInfo fence_info{};
        fence_info.sType = VK_STRUCTURE_TYPE_FENCE_CREATE_INFO;
        fence_info.flags = VK_FENCE_CREATE_SIGNALED_BIT;
        VkFence fence = VK_NULL_HANDLE;
        check(vkCreateFence(device.handle(), &fence_info, nullptr, &fence), "vkCreateFence");
        slot.done = Fence(device.handle(), fence);
        slot.acquired = make_semaphore(device);
    }
    VkPhysicalDeviceProperties properties;
    vkGetPhysicalDeviceProperties(device.physical(), &properties);
    if (properties.limits.timestampComputeAndGraphics == VK_TRUE) {
        ns_per_tick_ = static_cast<double>(properties.limits.timestampPeriod);
        VkQueryPoolCreateInfo info{};
        info.sType = VK_STRUCTURE_TYPE_QUERY_POOL_CREATE_INFO;
        info.queryType = VK_QUERY_TYPE_TIMESTAMP;
        info.queryCount = queries_a_slot * count;
        VkQueryPool pool = VK_NULL_HANDLE;
        check(vkCreateQueryPool(device.handle(), &info, nullptr, &pool), "vkCreateQueryPool");
        queries_ = QueryPool(device.handle(), pool);
    }
}

Frames::~Frames() { vkDeviceWaitIdle(device_->handle()); }

void Frames::wait_slot() {
    Slot& slot = ring_[slot_];
    const VkFence fence = slot.done.get();
    check(vkWaitForFences(device_->handle(), 1, &fence, VK_TRUE, UINT64_MAX), "vkWaitForFences");
    if (!slot.timed) {
        return;
    }
    std::array<std::uint64_t, queries_a_slot> ticks{};
    if (slot.marked == 0 || vkGetQueryPoolResults(device_->handle(), queries_.get(), queries_a_slot * slot_,
                                                  slot.marked + 1, sizeof ticks, ticks.data(),
                                                  sizeof ticks[0], VK_QUERY_RESULT_64_BIT) != VK_SUCCESS) {
        return;
    }
    const auto ms = [&](std::uint32_t from, std::uint32_t to) {
        return static_cast<double>(ticks[to] - ticks[from]) * ns_per_tick_ * 1e-6;
    };
    gpu_ms_ = ms(0, slot.marked);
    pass_ms_.clear();
    for (std::uint32_t k = 0; k < slot.marked; ++k) {
        pass_ms_.push_back({slot.marks[k], ms(k, k + 1)});
    }
}

void Frames::stamp(const Slot& slot, std::uint32_t index) {
    vkCmdWriteTimestamp2(slot.commands, VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT, queries_.get(),
                         queries_a_slot * slot_ + index);
}

void Frames::mark(const char* name) {
    Slot& slot = ring_[slot_];
    if (slot.timed && slot.marked < most_marks) {
        slot.marks[slot.marked] = name;
        ++slot.marked;
        stamp(slot, slot.marked);
    }
}

VkCommandBuffer Frames::begin() {
    Slot& slot = ring_[slot_];
    const VkFence fence = slot.done.get();
    check(vkResetFences(device_->handle(), 1, &fence), "vkResetFences");
    check(vkResetCommandPool(device_->handle(), slot.pool.get(), 0), "vkResetCommandPool");
    VkCommandBufferBeginInfo info{};
    info.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO;
    info.flags = VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT;
    check(vkBeginCommandBuffer(slot.commands, &info), "vkBeginCommandBuffer");
    if (queries_.get() != VK_NULL_HANDLE) {
        vkCmdResetQueryPool(slot.commands, queries_.get(), queries_a_slot * slot_, queries_a_slot);
        slot.timed = true;
        slot.marked = 0;
        stamp(slot, 0);
    }
    return slot.commands;
}

void Frames::submit(const FrameSignals& signals) {
    Slot& slot = ring_[slot_];
    check(vkEndCommandBuffer(slot.commands), "vkEndCommandBuffer");
    VkSemaphoreSubmitInfo wait{};
    wait.sType = VK_STRUCTURE_TYPE_SEMAPHORE_SUBMIT_INFO;
    wait.semaphore = signals.wait;
    wait.stageMask = VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT;
    VkSemaphoreSubmitInfo signal{};
    signal.sType = VK_STRUCTURE_TYPE_SEMAPHORE_SUBMIT_INFO;
    signal.semaphore = signals.signal;
    signal.stageMask = VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT;
    VkCommandBufferSubmitInfo commands{};
    commands.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_SUBMIT_INFO;
    commands.commandBuffer = slot.commands;
    VkSubmitInfo2 info{};
    info.sType = VK_STRUCTURE_TYPE_SUBMIT_INFO_2;
    info.waitSemaphoreInfoCount = signals.wait != VK_NULL_HANDLE ? 1 : 0;
    info.pWaitSemaphoreInfos = &wait;
    info.commandBufferInfoCount = 1;
    info.pCommandBufferInfos = &commands;
    info.signalSemaphoreInfoCount = signals.signal != VK_NULL_HANDLE ? 1 : 0;
    info.pSignalSemaphoreInfos = &signal;
    check(vkQueueSubmit2(device_->queue(), 1, &info, slot.done.get()), "vkQueueSubmit2");
    slot_ = (slot_ + 1) % count;
}

bool Frames::done_within(double seconds) const {
    const VkFence fence = ring_[(slot_ + count - 1) % count].done.get();
    const auto ns = static_cast<std::uint64_t>(std::max(seconds, 0.0) * 1e9);
    const VkResult result = vkWaitForFences(device_->handle(), 1, &fence, VK_TRUE, ns);
    if (result == VK_TIMEOUT) {
        return false;
    }
    check(result, "vkWaitForFences");
    return true;
}

void Frames::wait_all() const { check(vkDeviceWaitIdle(device_->handle()), "vkDeviceWaitIdle"); }

} // namespace tactus::gpu
