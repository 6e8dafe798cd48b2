// What minutes of work do to skin, as the picture shows it on fair and on deep skin (facts 6.2, equation 4).
#include "engine/gpu/device.hpp"
#include "engine/render/client_model.hpp"
#include "engine/render/renderer.hpp"
#include "tests/images/stage_scenes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

using namespace tactus;

namespace {

/// CIE L*, a*, b* under D65.
using Lab = std::array<double, 3>;

Lab lab_of(const std::uint8_t* rgb) {
    std::array<double, 3> linear{};
    for (std::size_t k = 0; k < 3; ++k) {
        const double value = rgb[k] / 255.0;
        linear[k] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    }
    const auto [r, g, b] = linear;
    const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const double y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// The back from close by, all of it worked to that redness.
platform::Image back_of(std::string_view id, float redness) {
    const client::Client client = scenes::stage_client(id);
    const anatomy::Anatomy anatomy = anatomy::make_anatomy(client.body, {});
    const gpu::Device device({nullptr, false});
    render::Renderer renderer(device, {320, 180}, render::Tier::low);
    renderer.show_client(render::make_client_model(anatomy, client, render::Tier::low));
    session::Snapshot now;
    const std::size_t points = std::size_t{anatomy::SkinGrid::field_columns} * anatomy::SkinGrid::field_rows;
    now.skin.displacement_m.assign(points, Vec3(0));
    now.skin.redness.assign(points, redness);
    render::FrameView view;
    view.now = &now;
    view.camera = render::preset_camera(render::CameraPreset::close);
    REQUIRE(renderer.draw(view));
    return renderer.read_back();
}

/// How work changes a back.
struct Change {
    Lab colour;   ///< mean change where the back does not shine
    double shine; ///< change of L* where it shines most
};

Change change_by_work(std::string_view id) {
    const platform::Image rest = back_of(id, 0);
    const platform::Image worked = back_of(id, 0.8F);
    std::vector<std::pair<Lab, Lab>> skin; // at rest and worked, of what changed at all
    for (std::size_t k = 0; k < rest.rgba.size(); k += 4) {
        const std::pair each{lab_of(&rest.rgba[k]), lab_of(&worked.rgba[k])};
        if (each.first != each.second) {
            skin.push_back(each);
        }
    }
    REQUIRE(skin.size() > 5000);
    std::ranges::sort(skin, {}, [](const auto& each) { return each.second[0]; });
    const auto mean = [&](std::size_t from, std::size_t to) {
        Lab sum{};
        for (std::size_t k = from; k < to; ++k) {
            for (std::size_t part = 0; part < 3; ++part) {
                sum[part] += (skin[k].second[part] - skin[k].first[part]) / static_cast<double>(to - from);
            }
        }
        return sum;
    };
    return {mean(skin.size() / 10, skin.size() / 2), mean(skin.size() - skin.size() / 50, skin.size())[0]};
}

} // namespace

// Deepest skin by the facts: dL* -3.5, da* 1.5, db* -2 at full redness, here 0.8 of it; and more sheen.
TEST_CASE("worked deep skin goes darker and purple-brown, and shines; lighter skin goes red") {
    const Change deep = change_by_work("male-athletic-dark");
    CHECK(deep.colour[0] < -1.5);
    CHECK(deep.colour[0] > -5);
    CHECK(deep.colour[1] > 0.6);
    CHECK(deep.colour[1] < 3.5);
    CHECK(deep.colour[2] < -0.8);
    CHECK(deep.shine > 3);
    const Change light = change_by_work("male-lean");
    CHECK(light.colour[1] > 7);
    CHECK(light.shine < 0);
}
