#pragma once
/// Buffers and images with memory of their own, and how bytes get into them.

#include "engine/gpu/device.hpp"
#include "engine/gpu/owned.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace tactus::gpu {

/// A buffer and its memory. `mapped` stays valid for its lifetime (null when the CPU cannot see it).
struct Buffer {
    OwnedMemory memory; ///< declared first, so that it is freed last
    OwnedBuffer handle;
    std::byte* mapped = nullptr;
    VkDeviceSize size = 0;
};

/// A buffer that the CPU writes each frame (coherent; on the GPU's own memory where the machine allows).
Buffer make_shared_buffer(const Device& device, VkDeviceSize size, VkBufferUsageFlags usage);

/// A buffer filled once. Waits for the copy.
Buffer make_static_buffer(const Device& device, std::span<const std::byte> bytes, VkBufferUsageFlags usage);

struct ImageDescription {
    VkFormat format = VK_FORMAT_R8G8B8A8_UNORM;
    std::uint32_t width = 1;
    std::uint32_t height = 1;
    VkImageUsageFlags usage = 0;
    VkSampleCountFlagBits samples = VK_SAMPLE_COUNT_1_BIT;
    std::uint32_t levels = 1;
    bool alpha_only = false; ///< one channel, read as (1, 1, 1, value)
};

/// A 2-D image, its memory and a view of all of it.
struct Image {
    OwnedMemory memory;
    OwnedImage handle;
    ImageView view;
    ImageDescription description;
};

Image make_image(const Device& device, const ImageDescription& description);

/// An image filled once from tightly packed texels of level 0 and made ready for sampling; further levels,
/// where the description asks for them, are made by halving. Waits for the copy.
Image make_texture(const Device& device, const ImageDescription& description,
                   std::span<const std::byte> texels);

enum class Filter { nearest, linear };
enum class Edge { clamp, repeat };

Sampler make_sampler(const Device& device, Filter filter, Edge edge);

/// Records commands, submits them and waits. For start-up and rare changes, never in a frame.
void run_now(const Device& device, const std::function<void(VkCommandBuffer)>& record);

/// The bytes of a span of plain values.
template <class T> std::span<const std::byte> bytes_of(const T& values) {
    return std::as_bytes(std::span(values));
}

} // namespace tactus::gpu
