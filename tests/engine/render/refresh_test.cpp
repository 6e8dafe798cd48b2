#include "engine/render/camera.hpp"
#include "engine/render/refresh.hpp"
#include "engine/render/view_volume.hpp"

#include <doctest/doctest.h>

#include <array>
#include <vector>

using namespace tactus;
using render::RowCover;

namespace {

constexpr VkExtent2D picture{320, 200};
constexpr VkRect2D stage{{16, 8}, {280, 180}};

/// How often each pixel of the picture is drawn.
std::vector<int> drawn(std::span<const VkRect2D> areas) {
    std::vector<int> times(std::size_t{picture.width} * picture.height);
    for (const VkRect2D& area : areas) {
        for (std::uint32_t y = 0; y < area.extent.height; ++y) {
            for (std::uint32_t x = 0; x < area.extent.width; ++x) {
                ++times[(static_cast<std::size_t>(area.offset.y) + y) * picture.width +
                        static_cast<std::size_t>(area.offset.x) + x];
            }
        }
    }
    return times;
}

RowCover hand_at(Vec2 pixel) {
    RowCover cover;
    cover.clear(picture);
    cover.take_in(pixel, 30);
    return cover;
}

} // namespace

TEST_CASE(
    "a kept picture is drawn whole at first, then the hands in every frame and all of the stage in a few") {
    render::Refresh refresh;
    std::vector<int> touched(std::size_t{picture.width} * picture.height);
    for (int frame = 0; frame <= render::Refresh::bands; ++frame) {
        const std::array hands{hand_at({100.0F + 3 * static_cast<float>(frame), 90}), hand_at({150, 120})};
        const std::vector<int> times = drawn(refresh.next({{}, {}, picture, stage, hands, {}}));
        bool whole = true;
        bool once = true;
        for (std::size_t k = 0; k < times.size(); ++k) {
            whole = whole && times[k] == 1;
            once = once && times[k] <= 1;
            touched[k] += frame > 0 ? times[k] : 0;
        }
        CHECK(once);
        CHECK(whole == (frame == 0));
        const auto under = [&](int x, int y) {
            return times[static_cast<std::size_t>(y) * picture.width + x];
        };
        CHECK(under(100 + 3 * frame, 90) == 1);
        CHECK(under(150, 120) == 1);
        if (frame > 0) { // where the hand was a frame ago
            CHECK(under(100 + 3 * (frame - 1) - 29, 90) == 1);
        }
    }
    bool all = true;
    for (std::uint32_t y = 8; y < 188; ++y) {
        for (std::uint32_t x = 16; x < 296; ++x) {
            all = all && touched[std::size_t{y} * picture.width + x] > 0;
        }
    }
    CHECK(all);
}

TEST_CASE("a kept picture is drawn whole when the view changes") {
    render::Refresh refresh;
    render::RefreshView view{{}, {}, picture, stage, {}, {}};
    const auto is_whole = [&] {
        const std::span<const VkRect2D> areas = refresh.next(view);
        return areas.size() == 1 && areas[0].extent.width == picture.width &&
               areas[0].extent.height == picture.height;
    };
    CHECK(is_whole());
    CHECK_FALSE(is_whole());
    view.camera.eye.x += 0.01F;
    CHECK(is_whole());
    view.overlays.coverage = true;
    CHECK(is_whole());
    CHECK_FALSE(is_whole());
    refresh.forget();
    CHECK(is_whole());
}

TEST_CASE("a piece of a picture sees what lies behind it and nothing beside it") {
    const render::Camera camera;
    const Vec2 size(static_cast<float>(picture.width), static_cast<float>(picture.height));
    const Vec2 pixel = *render::world_to_pixel(camera, camera.target, size);
    const auto seen = [&](VkOffset2D from) {
        const render::ViewVolume volume(camera.clip_from_world(size.x / size.y), picture, {from, {40, 40}});
        return volume.meets({camera.target - 0.01F, camera.target + 0.01F});
    };
    const VkOffset2D over{static_cast<std::int32_t>(pixel.x) - 20, static_cast<std::int32_t>(pixel.y) - 20};
    CHECK(seen(over));
    CHECK_FALSE(seen({over.x - 60, over.y}));
    CHECK_FALSE(seen({over.x + 60, over.y}));
    CHECK_FALSE(seen({over.x, over.y - 60}));
    CHECK_FALSE(seen({over.x, over.y + 60}));
}

TEST_CASE("a mesh keeps its triangles when it is split, each inside of its part's box") {
    render::StageMesh mesh;
    for (int k = 0; k < 40; ++k) {
        const auto at = static_cast<float>(k);
        for (const Vec3& corner : {Vec3(0), Vec3(0.01F, 0, 0), Vec3(0, 0.01F, 0.01F)}) {
            shared::StageVertex vertex{};
            vertex.position = Vec3(0.05F * at, 0, 0.3F - 0.02F * at) + corner;
            mesh.vertices.push_back(vertex);
        }
    }
    for (std::uint32_t k = 0; k < 120; ++k) {
        mesh.indices.push_back(119 - k);
    }
    const std::vector<render::MeshPart> parts = render::split_into_parts(mesh, 0.2F, 0.001F);
    CHECK(parts.size() > 4);
    CHECK(mesh.vertices.size() == 120);
    std::uint32_t next = 0;
    bool inside = true;
    float sum = 0;
    for (const render::MeshPart& part : parts) {
        CHECK(part.first == next);
        next += part.count;
        for (std::uint32_t k = part.first; k < next; ++k) {
            const Vec3 place = mesh.vertices[mesh.indices[k]].position;
            inside = inside && glm::all(glm::lessThan(part.box.low, place)) &&
                     glm::all(glm::lessThan(place, part.box.high));
            sum += place.x;
        }
    }
    CHECK(inside);
    CHECK(next == 120);
    CHECK(sum == doctest::Approx(3 * 0.05F * 780 + 40 * 0.01F).epsilon(1e-4));
}
