#include "engine/gpu/barrier.hpp"
#include "engine/gpu/device.hpp"
#include "engine/gpu/memory.hpp"
#include "engine/gpu/pipeline.hpp"
#include "sim/authoring/user_error.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstring>
#include <numeric>
#include <vector>

using namespace tactus;

TEST_CASE("a device with Vulkan 1.3 opens offscreen and says nothing to the validation layer") {
    const gpu::Device device({nullptr, true});
    CHECK(device.handle() != VK_NULL_HANDLE);
    CHECK(device.surface() == VK_NULL_HANDLE);
    CHECK_FALSE(device.name().empty());
    CHECK(device.validation_messages() == 0);
}

TEST_CASE("what the validation layer complains about is counted") {
    const gpu::Device device({nullptr, true});
    VkSamplerCreateInfo wrong{};
    wrong.sType = VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO;
    wrong.anisotropyEnable = VK_TRUE; // the feature was not asked for
    wrong.maxAnisotropy = 4;
    VkSampler sampler = VK_NULL_HANDLE;
    vkCreateSampler(device.handle(), &wrong, nullptr, &sampler);
    CHECK(device.validation_messages() > 0);
    vkDestroySampler(device.handle(), sampler, nullptr);
}

TEST_CASE("bytes put into a texture come back from it") {
    const gpu::Device device({nullptr, true});
    std::vector<std::uint32_t> texels(std::size_t{16} * 8);
    std::iota(texels.begin(), texels.end(), 0x01020304U);
    gpu::ImageDescription description;
    description.width = 16;
    description.height = 8;
    description.usage = VK_IMAGE_USAGE_TRANSFER_SRC_BIT;
    const gpu::Image image = gpu::make_texture(device, description, gpu::bytes_of(texels));
    const gpu::Buffer buffer =
        gpu::make_shared_buffer(device, texels.size() * 4, VK_BUFFER_USAGE_TRANSFER_DST_BIT);
    gpu::run_now(device, [&](VkCommandBuffer commands) {
        const gpu::ImageMove move{image.handle.get(), gpu::whole_image(description.format)};
        gpu::move_image(commands, move, gpu::use::sampled, gpu::use::copy_source);
        VkBufferImageCopy region{};
        region.imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
        region.imageExtent = {16, 8, 1};
        vkCmdCopyImageToBuffer(commands, image.handle.get(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL,
                               buffer.handle.get(), 1, &region);
    });
    CHECK(std::memcmp(buffer.mapped, texels.data(), texels.size() * 4) == 0);
    CHECK(device.validation_messages() == 0);
}

TEST_CASE("a static buffer may be empty") {
    const gpu::Device device({nullptr, true});
    const gpu::Buffer buffer = gpu::make_static_buffer(device, {}, VK_BUFFER_USAGE_VERTEX_BUFFER_BIT);
    CHECK(buffer.handle.get() != VK_NULL_HANDLE);
    CHECK(device.validation_messages() == 0);
}

TEST_CASE("an owned object is destroyed once, by its last owner") {
    const gpu::Device device({nullptr, true});
    {
        gpu::Sampler first = gpu::make_sampler(device, gpu::Filter::linear, gpu::Edge::clamp);
        gpu::Sampler second = std::move(first);
        CHECK(second.get() != VK_NULL_HANDLE);
        first = gpu::make_sampler(device, gpu::Filter::nearest, gpu::Edge::repeat);
        second = std::move(first);
    }
    // The layer reports objects destroyed twice now and those left over when the device goes.
    CHECK(device.validation_messages() == 0);
}

TEST_CASE("a pipeline without its shader file is refused with the places that were searched") {
    const gpu::Device device({nullptr, false});
    gpu::PipelineDescription description;
    description.vertex_shader = "no_such.vert.spv";
    CHECK_THROWS_AS((void)gpu::make_pipeline(device, description), UserError);
}
