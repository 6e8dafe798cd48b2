#include "engine/gpu/memory.hpp"

#include "engine/gpu/barrier.hpp"
#include "engine/gpu/check.hpp"
#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

namespace tactus::gpu {
namespace {

std::optional<std::uint32_t> memory_type(const Device& device, std::uint32_t allowed,
                                         VkMemoryPropertyFlags wanted) {
    VkPhysicalDeviceMemoryProperties properties;
    vkGetPhysicalDeviceMemoryProperties(device.physical(), &properties);
    for (std::uint32_t type = 0; type < properties.memoryTypeCount; ++type) {
        const bool fits = (allowed & (1U << type)) != 0;
        if (fits && (properties.memoryTypes[type].propertyFlags & wanted) == wanted) {
            return type;
        }
    }
    return std::nullopt;
}

OwnedMemory allocate(const Device& device, const VkMemoryRequirements& need, VkMemoryPropertyFlags best,
                     VkMemoryPropertyFlags least) {
    std::optional<std::uint32_t> type = memory_type(device, need.memoryTypeBits, best);
    if (!type) {
        type = memory_type(device, need.memoryTypeBits, least);
    }
    if (!type) {
        check(VK_ERROR_OUT_OF_DEVICE_MEMORY, "vkAllocateMemory");
    }
    VkMemoryAllocateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO;
    info.allocationSize = need.size;
    info.memoryTypeIndex = *type;
    VkDeviceMemory memory = VK_NULL_HANDLE;
    check(vkAllocateMemory(device.handle(), &info, nullptr, &memory), "vkAllocateMemory");
    device.note_made();
    return {device.handle(), memory};
}

Buffer make_buffer(const Device& device, VkDeviceSize size, VkBufferUsageFlags usage, bool visible) {
    VkBufferCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO;
    info.size = std::max<VkDeviceSize>(size, 4);
    info.usage = usage;
    VkBuffer handle = VK_NULL_HANDLE;
    check(vkCreateBuffer(device.handle(), &info, nullptr, &handle), "vkCreateBuffer");
    Buffer buffer;
    buffer.handle = OwnedBuffer(device.handle(), handle);
    buffer.size = info.size;
    VkMemoryRequirements need;
    vkGetBufferMemoryRequirements(device.handle(), handle, &need);
    constexpr VkMemoryPropertyFlags shared =
        VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT | VK_MEMORY_PROPERTY_HOST_COHERENT_BIT;
    buffer.memory = visible ? allocate(device, need, shared | VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT, shared)
                            : allocate(device, need, VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT, 0);
    check(vkBindBufferMemory(device.handle(), handle, buffer.memory.get(), 0), "vkBindBufferMemory");
    if (visible) {
        void* mapped = nullptr;
        check(vkMapMemory(device.handle(), buffer.memory.get(), 0, VK_WHOLE_SIZE, 0, &mapped), "vkMapMemory");
        buffer.mapped = static_cast<std::byte*>(mapped);
    }
    return buffer;
}

Buffer staged(const Device& device, std::span<const std::byte> bytes) {
    Buffer staging = make_buffer(device, bytes.size(), VK_BUFFER_USAGE_TRANSFER_SRC_BIT, true);
    std::memcpy(staging.mapped, bytes.data(), bytes.size());
    return staging;
}

ImageView make_view(const Device& device, VkImage image, const ImageDescription& description) {
    VkImageViewCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_IMAGE_VIEW_CREATE_INFO;
    info.image = image;
    info.viewType = VK_IMAGE_VIEW_TYPE_2D;
    info.format = description.format;
    if (description.alpha_only) {
        info.components = {VK_COMPONENT_SWIZZLE_ONE, VK_COMPONENT_SWIZZLE_ONE, VK_COMPONENT_SWIZZLE_ONE,
                           VK_COMPONENT_SWIZZLE_R};
    }
    info.subresourceRange = whole_image(description.format);
    VkImageView view = VK_NULL_HANDLE;
    check(vkCreateImageView(device.handle(), &info, nullptr, &view), "vkCreateImageView");
    return {device.handle(), view};
}

void halve_levels(VkCommandBuffer commands, const Image& image) {
    auto width = static_cast<std::int32_t>(image.description.width);
    auto height = static_cast<std::int32_t>(image.description.height);
    for (std::uint32_t level = 1; level < image.description.levels; ++level) {
        const std::int32_t half_width = std::max(width / 2, 1);
        const std::int32_t half_height = std::max(height / 2, 1);
        ImageMove ready{.image = image.handle.get(),
                        .range = {VK_IMAGE_ASPECT_COLOR_BIT, level - 1, 1, 0, 1}};
        move_image(commands, ready, use::copy_target, use::copy_source);
        VkImageBlit blit{};
        blit.srcSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, level - 1, 0, 1};
        blit.srcOffsets[1] = {width, height, 1};
        blit.dstSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, level, 0, 1};
        blit.dstOffsets[1] = {half_width, half_height, 1};
        vkCmdBlitImage(commands, image.handle.get(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, image.handle.get(),
                       VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &blit, VK_FILTER_LINEAR);
        move_image(commands, ready, use::copy_source, use::copy_target);
        width = half_width;
        height = half_height;
    }
}

} // namespace

Buffer make_shared_buffer(const Device& device, VkDeviceSize size, VkBufferUsageFlags usage) {
    return make_buffer(device, size, usage, true);
}

Buffer make_static_buffer(const Device& device, std::span<const std::byte> bytes, VkBufferUsageFlags usage) {
    Buffer buffer = make_buffer(device, bytes.size(), usage | VK_BUFFER_USAGE_TRANSFER_DST_BIT, false);
    if (bytes.empty()) {
        return buffer;
    }
    const Buffer staging = staged(device, bytes);
    run_now(device, [&](VkCommandBuffer commands) {
        const VkBufferCopy region{0, 0, bytes.size()};
        vkCmdCopyBuffer(commands, staging.handle.get(), buffer.handle.get(), 1, &region);
    });
    return buffer;
}

Image make_image(const Device& device, const ImageDescription& description) {
    VkImageCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_IMAGE_CREATE_INFO;
    info.imageType = VK_IMAGE_TYPE_2D;
    info.format = description.format;
    info.extent = {description.width, description.height, 1};
    info.mipLevels = description.levels;
    info.arrayLayers = 1;
    info.samples = description.samples;
    info.tiling = VK_IMAGE_TILING_OPTIMAL;
    info.usage = description.usage;
    VkImage handle = VK_NULL_HANDLE;
    check(vkCreateImage(device.handle(), &info, nullptr, &handle), "vkCreateImage");
    Image image;
    image.description = description;
    image.handle = OwnedImage(device.handle(), handle);
    VkMemoryRequirements need;
    vkGetImageMemoryRequirements(device.handle(), handle, &need);
    image.memory = allocate(device, need, VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT, 0);
    check(vkBindImageMemory(device.handle(), handle, image.memory.get(), 0), "vkBindImageMemory");
    image.view = make_view(device, handle, description);
    return image;
}

Image make_texture(const Device& device, const ImageDescription& description,
                   std::span<const std::byte> texels) {
    ImageDescription full = description;
    full.usage |= VK_IMAGE_USAGE_SAMPLED_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT;
    if (full.levels > 1) {
        full.usage |= VK_IMAGE_USAGE_TRANSFER_SRC_BIT;
    }
    Image image = make_image(device, full);
    const Buffer staging = staged(device, texels);
    run_now(device, [&](VkCommandBuffer commands) {
        const ImageMove move{.image = image.handle.get(), .range = whole_image(full.format)};
        move_image(commands, move, use::fresh, use::copy_target);
        VkBufferImageCopy region{};
        region.imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
        region.imageExtent = {full.width, full.height, 1};
        vkCmdCopyBufferToImage(commands, staging.handle.get(), image.handle.get(),
                               VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region);
        halve_levels(commands, image);
        move_image(commands, move, use::copy_target, use::sampled);
    });
    return image;
}

Sampler make_sampler(const Device& device, Filter filter, Edge edge) {
    VkSamplerCreateInfo info{};
    info.sType = VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO;
    info.magFilter = filter == Filter::linear ? VK_FILTER_LINEAR : VK_FILTER_NEAREST;
    info.minFilter = info.magFilter;
    // The nearest level alone: trilinear filtering doubles the fetches, which a CPU renderer pays in full.
    info.mipmapMode = VK_SAMPLER_MIPMAP_MODE_NEAREST;
    info.maxLod = VK_LOD_CLAMP_NONE;
    info.addressModeU =
        edge == Edge::clamp ? VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE : VK_SAMPLER_ADDRESS_MODE_REPEAT;
    info.addressModeV = info.addressModeU;
    info.addressModeW = info.addressModeU;
    VkSampler sampler = VK_NULL_HANDLE;
    check(vkCreateSampler(device.handle(), &info, nullptr, &sampler), "vkCreateSampler");
    return {device.handle(), sampler};
}

void run_now(const Device& device, const std::function<void(VkCommandBuffer)>& record) {
    VkCommandPoolCreateInfo pool_info{};
    pool_info.sType = VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO;
    pool_info.queueFamilyIndex = device.queue_family();
    VkCommandPool pool_handle = VK_NULL_HANDLE;
    check(vkCreateCommandPool(device.handle(), &pool_info, nullptr, &pool_handle), "vkCreateCommandPool");
    const CommandPool pool(device.handle(), pool_handle);
    VkCommandBufferAllocateInfo allocate_info{};
    allocate_info.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO;
    allocate_info.commandPool = pool.get();
    allocate_info.level = VK_COMMAND_BUFFER_LEVEL_PRIMARY;
    allocate_info.commandBufferCount = 1;
    VkCommandBuffer commands = VK_NULL_HANDLE;
    check(vkAllocateCommandBuffers(device.handle(), &allocate_info, &commands), "vkAllocateCommandBuffers");
    VkCommandBufferBeginInfo begin{};
    begin.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO;
    begin.flags = VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT;
    check(vkBeginCommandBuffer(commands, &begin), "vkBeginCommandBuffer");
    record(commands);
    check(vkEndCommandBuffer(commands), "vkEndCommandBuffer");
    VkSubmitInfo submit{};
    submit.sType = VK_STRUCTURE_TYPE_SUBMIT_INFO;
    submit.commandBufferCount = 1;
    submit.pCommandBuffers = &commands;
    check(vkQueueSubmit(device.queue(), 1, &submit, VK_NULL_HANDLE), "vkQueueSubmit");
    check(vkQueueWaitIdle(device.queue()), "vkQueueWaitIdle");
}

} // namespace tactus::gpu
