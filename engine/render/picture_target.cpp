#include "engine/render/picture_target.hpp"

#include "engine/gpu/barrier.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tactus::render {

namespace {

constexpr std::uint32_t glass_shrink = 8;

gpu::Image colour_image(const gpu::Device& device, const TargetDescription& description,
                        std::uint32_t shrink) {
    gpu::ImageDescription colour;
    colour.format = description.format;
    colour.width = std::max(description.extent.width / shrink, 1U);
    colour.height = std::max(description.extent.height / shrink, 1U);
    colour.usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_TRANSFER_SRC_BIT |
                   VK_IMAGE_USAGE_TRANSFER_DST_BIT | VK_IMAGE_USAGE_SAMPLED_BIT;
    return gpu::make_image(device, colour);
}

gpu::Image plain_image(const gpu::Device& device, const TargetDescription& description, VkFormat format,
                       VkImageUsageFlags usage) {
    gpu::ImageDescription made;
    made.format = format;
    made.width = description.extent.width;
    made.height = description.extent.height;
    made.usage = usage | VK_IMAGE_USAGE_SAMPLED_BIT;
    return gpu::make_image(device, made);
}

gpu::Image sampled_image(const gpu::Device& device, const TargetDescription& description, VkFormat format,
                         VkImageUsageFlags usage) {
    gpu::ImageDescription made;
    made.format = format;
    made.width = description.extent.width;
    made.height = description.extent.height;
    made.usage = usage;
    made.samples = description.samples;
    return gpu::make_image(device, made);
}

PictureTarget::Wandering wandering_images(const gpu::Device& device, const TargetDescription& description) {
    constexpr VkImageUsageFlags colour = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT;
    PictureTarget::Wandering soft;
    soft.light_samples = sampled_image(device, description, light_format, colour);
    soft.albedo_samples = sampled_image(device, description, albedo_format, colour);
    soft.surface = plain_image(device, description, light_format, colour);
    soft.light = plain_image(device, description, light_format, colour);
    soft.albedo = plain_image(device, description, albedo_format, colour);
    soft.far = plain_image(device, description, depth_format, VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT);
    soft.swept = plain_image(device, description, light_format, colour);
    TargetDescription half = description;
    half.extent = {(description.extent.width + 1) / 2, (description.extent.height + 1) / 2};
    soft.open_sky = plain_image(device, half, VK_FORMAT_R8_UNORM, colour);
    return soft;
}

} // namespace

PictureTarget make_target(const gpu::Device& device, const TargetDescription& description) {
    PictureTarget target;
    target.extent = description.extent;
    target.format = description.format;
    target.samples = description.samples;
    target.shown = colour_image(device, description, 1);
    target.depth =
        sampled_image(device, description, depth_format, VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT);
    target.scene = colour_image(device, description, 1);
    if (description.samples == VK_SAMPLE_COUNT_1_BIT) {
        target.smoothed = colour_image(device, description, 1);
    } else {
        target.several =
            sampled_image(device, description, description.wandering ? light_format : description.format,
                          VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT);
    }
    if (description.wandering) {
        target.soft = wandering_images(device, description);
    }
    target.blurred = colour_image(device, description, glass_shrink);
    target.sweep = colour_image(device, description, glass_shrink);
    return target;
}

void place_images(FramePlan& plan, const PictureTarget& target) {
    const auto place = [&](FrameImage image, const gpu::Image& made) {
        plan.place(image, made.handle.get(), made.description.format);
    };
    place(FrameImage::shown, target.shown);
    place(FrameImage::scene, target.scene);
    place(FrameImage::smoothed, target.smoothed);
    place(FrameImage::samples, target.several);
    place(FrameImage::depth, target.depth);
    place(FrameImage::blurred, target.blurred);
    place(FrameImage::sweep, target.sweep);
    place(FrameImage::light_samples, target.soft.light_samples);
    place(FrameImage::albedo_samples, target.soft.albedo_samples);
    place(FrameImage::surface, target.soft.surface);
    place(FrameImage::light, target.soft.light);
    place(FrameImage::albedo, target.soft.albedo);
    place(FrameImage::far, target.soft.far);
    place(FrameImage::swept, target.soft.swept);
    place(FrameImage::open_sky, target.soft.open_sky);
}

platform::Image read_target(const gpu::Device& device, const PictureTarget& target) {
    platform::Image image;
    image.width = static_cast<int>(target.extent.width);
    image.height = static_cast<int>(target.extent.height);
    image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    const gpu::Buffer buffer =
        gpu::make_shared_buffer(device, image.rgba.size(), VK_BUFFER_USAGE_TRANSFER_DST_BIT);
    gpu::run_now(device, [&](VkCommandBuffer commands) {
        VkBufferImageCopy region{};
        region.imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
        region.imageExtent = {target.extent.width, target.extent.height, 1};
        vkCmdCopyImageToBuffer(commands, target.shown.handle.get(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL,
                               buffer.handle.get(), 1, &region);
        gpu::order_memory(commands, {VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT, VK_ACCESS_2_TRANSFER_WRITE_BIT},
                          {VK_PIPELINE_STAGE_2_HOST_BIT, VK_ACCESS_2_HOST_READ_BIT});
    });
    std::memcpy(image.rgba.data(), buffer.mapped, image.rgba.size());
    const bool swapped = target.format == VK_FORMAT_B8G8R8A8_UNORM;
    for (std::size_t texel = 0; texel < image.rgba.size(); texel += 4) {
        if (swapped) {
            std::swap(image.rgba[texel], image.rgba[texel + 2]);
        }
        image.rgba[texel + 3] = 255;
    }
    return image;
}

} // namespace tactus::render
