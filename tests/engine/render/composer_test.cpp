#include "engine/gpu/device.hpp"
#include "engine/gpu/frames.hpp"
#include "engine/render/composer.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace tactus;
using render::FrameImage;

namespace {

constexpr VkFormat format = VK_FORMAT_R8G8B8A8_UNORM;
constexpr VkExtent2D small_picture{128, 64};

using Rgb = std::array<int, 3>;
constexpr Rgb red{255, 0, 0};
constexpr Rgb blue{0, 0, 255};

/// A stage of one colour a frame, put together without an interface.
class Bench {
public:
    Bench()
        : device_({nullptr, true}), frames_(device_), plan_(device_, frames_),
          target_(render::make_target(device_, {small_picture, format, VK_SAMPLE_COUNT_1_BIT})),
          composer_(device_, format, VK_SAMPLE_COUNT_1_BIT) {
        render::place_images(plan_, target_);
        composer_.fit(target_, target_.smoothed);
    }

    /// renew: tells the composer what of the stage is new.
    template <class Renew> platform::Image shown(Rgb stage, VkExtent2D drawn, const Renew& renew) {
        frames_.wait_slot();
        VkCommandBuffer commands = frames_.begin();
        constexpr std::array fill{render::filled(FrameImage::smoothed)};
        plan_.run(commands, "fill", fill, [&](VkCommandBuffer c) {
            const VkClearColorValue colour{{static_cast<float>(stage[0]) / 255,
                                            static_cast<float>(stage[1]) / 255,
                                            static_cast<float>(stage[2]) / 255, 1}};
            const VkImageSubresourceRange range = gpu::whole_image(format);
            vkCmdClearColorImage(c, target_.smoothed.handle.get(), VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL,
                                 &colour, 1, &range);
        });
        composer_.begin(small_picture);
        renew(composer_);
        composer_.record(commands, plan_, {target_, {FrameImage::smoothed, drawn}, nullptr, frames_.slot()});
        constexpr std::array read{render::copies(FrameImage::shown)};
        plan_.run(commands, "read", read, [](VkCommandBuffer) {});
        frames_.submit({});
        frames_.wait_all();
        return render::read_target(device_, target_);
    }

    [[nodiscard]] int messages() const { return device_.validation_messages(); }

private:
    gpu::Device device_;
    gpu::Frames frames_;
    render::FramePlan plan_;
    render::PictureTarget target_;
    render::Composer composer_;
};

Rgb pixel(const platform::Image& image, int x, int y) {
    const std::size_t at = (static_cast<std::size_t>(y) * image.width + x) * 4;
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2]};
}

} // namespace

TEST_CASE("only what is new of the stage is put into the picture, in whole tiles") {
    Bench bench;
    const platform::Image first = bench.shown(red, small_picture, [](render::Composer& c) { c.renew(); });
    CHECK(pixel(first, 0, 0) == red);
    CHECK(pixel(first, 127, 63) == red);
    const VkRect2D piece{{40, 4}, {10, 10}};
    const platform::Image second =
        bench.shown(blue, small_picture, [&](render::Composer& c) { c.renew(piece, small_picture); });
    CHECK(pixel(second, 45, 9) == blue);
    CHECK(pixel(second, 63, 31) == blue); // the tile's corner
    CHECK(pixel(second, 31, 9) == red);
    CHECK(pixel(second, 45, 40) == red);
    const platform::Image third = bench.shown(blue, small_picture, [](render::Composer&) {});
    CHECK(third.rgba == second.rgba);
    CHECK(bench.messages() == 0);
}

TEST_CASE("a stage drawn at half the size is enlarged over the picture, and so is what is new of it") {
    Bench bench;
    constexpr VkExtent2D half{small_picture.width / 2, small_picture.height / 2};
    const platform::Image first = bench.shown(red, half, [](render::Composer& c) { c.renew(); });
    CHECK(pixel(first, 127, 63) == red);
    const VkRect2D piece{{36, 20}, {8, 4}}; // 72, 40 to 88, 48 of the picture
    const platform::Image second =
        bench.shown(blue, half, [&](render::Composer& c) { c.renew(piece, half); });
    CHECK(pixel(second, 80, 44) == blue);
    CHECK(pixel(second, 40, 44) == red);
    CHECK(pixel(second, 80, 10) == red);
    CHECK(bench.messages() == 0);
}
