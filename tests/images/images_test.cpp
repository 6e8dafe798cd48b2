// Golden pictures: small, tolerant of other drivers, strict about shape, light and colour. To accept new ones
// after looking at them: TACTUS_ACCEPT_PICTURES=1 ./test_images
#include "engine/gpu/device.hpp"
#include "engine/platform/image_file.hpp"
#include "engine/render/renderer.hpp"
#include "tests/images/stage_scenes.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <string>

using namespace tactus;

namespace {

const platform::PixelSize small{320, 180};
const std::filesystem::path goldens = std::filesystem::path(TACTUS_SOURCE_DIR) / "tests/images/golden";

enum class Moment { rest, hands, thumb };

struct Picture {
    const char* client;
    render::CameraPreset camera;
    Moment moment;
    bool pressure_map = false;
    render::Tier tier = render::Tier::low;
};

platform::Image drawn(const Picture& picture) {
    const client::Client client = scenes::stage_client(picture.client);
    const anatomy::Anatomy anatomy = anatomy::make_anatomy(client.body, {});
    const gpu::Device device({nullptr, true});
    render::Renderer renderer(device, small, picture.tier);
    renderer.show_client(render::make_client_model(anatomy, client, picture.tier));
    session::Snapshot now;
    if (picture.moment == Moment::hands) {
        now = scenes::hands_on_back(anatomy, .008F, .2F);
    } else if (picture.moment == Moment::thumb) {
        now = scenes::thumb_on_back(anatomy, .010F);
    }
    render::FrameView view;
    view.now = &now;
    view.camera = render::preset_camera(picture.camera);
    view.overlays.pressure_map = picture.pressure_map;
    view.overlays.hand_opacity = picture.pressure_map ? .4F : 1;
    REQUIRE(renderer.draw(view));
    platform::Image image = renderer.read_back();
    CHECK(device.validation_messages() == 0);
    return image;
}

/// Sum of a - b over a square of `block` pixels from (x, y), in one colour.
int block_difference(const platform::Image& a, const platform::Image& b, std::array<int, 3> first,
                     int block) {
    const auto [x, y, channel] = first;
    int difference = 0;
    for (int row = y; row < y + block; ++row) {
        for (int column = x; column < x + block; ++column) {
            const std::size_t at = (static_cast<std::size_t>(row) * a.width + column) * 4 + channel;
            difference += a.rgba[at] - b.rgba[at];
        }
    }
    return difference;
}

/// Mean of |a - b| over colours, 0..255, after averaging squares of `block` pixels.
double mean_difference(const platform::Image& a, const platform::Image& b, int block) {
    REQUIRE(a.width == b.width);
    REQUIRE(a.height == b.height);
    double sum = 0;
    int count = 0;
    for (int y = 0; y + block <= a.height; y += block) {
        for (int x = 0; x + block <= a.width; x += block) {
            for (int channel = 0; channel < 3; ++channel) {
                sum += std::abs(block_difference(a, b, {x, y, channel}, block)) /
                       static_cast<double>(block * block);
                ++count;
            }
        }
    }
    return sum / count;
}

void compare(const std::string& name, const Picture& picture, int block, double most) {
    const platform::Image image = drawn(picture);
    const std::filesystem::path golden = goldens / (name + ".png");
    if (std::getenv("TACTUS_ACCEPT_PICTURES") != nullptr && picture.tier == render::Tier::low) {
        std::filesystem::create_directories(goldens);
        platform::write_png(golden, image);
    }
    const double difference = mean_difference(image, platform::read_png(golden), block);
    CAPTURE(name);
    CHECK(difference < most);
    if (difference >= most) {
        platform::write_png(std::filesystem::path(TACTUS_BINARY_DIR) / (name + "_drawn.png"), image);
    }
}

} // namespace

TEST_CASE("two hands on a lean man's back look as they did") {
    compare("male_lean_hands", {"male-lean", render::CameraPreset::main, Moment::hands}, 1, 2.0);
}

TEST_CASE("a thumb on a dark back from close by looks as it did") {
    compare("dark_thumb_close", {"male-athletic-dark", render::CameraPreset::close, Moment::thumb}, 1, 2.0);
}

TEST_CASE("the pressure map under see-through hands looks as it did") {
    compare("female_pressure_map", {"female-average", render::CameraPreset::top, Moment::hands, true}, 1,
            2.0);
}

TEST_CASE("the medium tier has the composition of the low one") {
    compare("male_lean_hands",
            {"male-lean", render::CameraPreset::main, Moment::hands, false, render::Tier::medium}, 2, 6.0);
}

TEST_CASE("hands change the picture where they are and nowhere else") {
    const platform::Image with = drawn({"male-lean", render::CameraPreset::main, Moment::hands});
    const platform::Image without = drawn({"male-lean", render::CameraPreset::main, Moment::rest});
    const auto changed = [&](int x, int y) {
        const std::size_t at = (static_cast<std::size_t>(y) * with.width + x) * 4;
        return std::abs(with.rgba[at] - without.rgba[at]) +
               std::abs(with.rgba[at + 1] - without.rgba[at + 1]);
    };
    CHECK(changed(172, 78) > 20);  // the right palm
    CHECK(changed(60, 20) <= 2);   // the lamp's cabinet
    CHECK(changed(150, 160) <= 2); // the sheet
    CHECK(mean_difference(with, without, 1) > 1.0);
}
