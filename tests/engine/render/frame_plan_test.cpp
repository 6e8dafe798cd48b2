#include "engine/gpu/memory.hpp"
#include "engine/render/frame_plan.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace tactus;
using render::FrameImage;

TEST_CASE("passes run in their order, are timed by name, and leave the images as they say") {
    const gpu::Device device({nullptr, true});
    {
        gpu::Frames frames(device);
        gpu::ImageDescription description;
        description.width = description.height = 16;
        description.usage = VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_TRANSFER_SRC_BIT |
                            VK_IMAGE_USAGE_TRANSFER_DST_BIT | VK_IMAGE_USAGE_SAMPLED_BIT;
        const gpu::Image scene = gpu::make_image(device, description);
        const gpu::Image shown = gpu::make_image(device, description);
        render::FramePlan plan(device, frames);
        plan.place(FrameImage::scene, scene.handle.get(), description.format);
        plan.place(FrameImage::shown, shown.handle.get(), description.format);
        std::vector<std::string> order;
        for (int frame = 0; frame < 3; ++frame) {
            frames.wait_slot();
            VkCommandBuffer commands = frames.begin();
            // `samples` was never placed: a tier without it needs no other list.
            constexpr std::array fill{render::filled(FrameImage::scene), render::draws(FrameImage::samples)};
            plan.run(commands, "fill", fill, [&](VkCommandBuffer c) {
                order.emplace_back("fill");
                const VkClearColorValue colour{{1, 0, 0, 1}};
                const VkImageSubresourceRange range = gpu::whole_image(description.format);
                vkCmdClearColorImage(c, scene.handle.get(), VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, &colour, 1,
                                     &range);
            });
            constexpr std::array copy{render::copies(FrameImage::scene), render::filled(FrameImage::shown)};
            plan.run(commands, "copy", copy, [&](VkCommandBuffer c) {
                order.emplace_back("copy");
                VkImageCopy region{};
                region.srcSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
                region.dstSubresource = region.srcSubresource;
                region.extent = {16, 16, 1};
                vkCmdCopyImage(c, scene.handle.get(), VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL,
                               shown.handle.get(), VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region);
            });
            frames.submit({});
        }
        frames.wait_all();
        frames.wait_slot();
        CHECK(order == std::vector<std::string>{"fill", "copy", "fill", "copy", "fill", "copy"});
        REQUIRE(frames.pass_ms().size() == 2);
        CHECK(std::string(frames.pass_ms()[0].name) == "fill");
        CHECK(std::string(frames.pass_ms()[1].name) == "copy");
        CHECK(frames.gpu_ms() >= frames.pass_ms()[0].ms);
    }
    CHECK(device.validation_messages() == 0);
}
