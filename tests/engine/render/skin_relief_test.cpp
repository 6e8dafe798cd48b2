// GCC 12 takes the temporaries that glm::length makes of a difference for uninitialised ones.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include "engine/render/skin_relief.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;
using anatomy::SkinGrid;

namespace {

constexpr int middle_column = 96;
constexpr int middle_row = 128;

/// A flat sheet, 2 mm by 3 mm a cell, with a furrow of that depth down its middle, 12 mm to each side.
SkinGrid furrowed(float depth_m) {
    SkinGrid grid;
    for (int row = 0; row < SkinGrid::rows; ++row) {
        for (int column = 0; column < SkinGrid::columns; ++column) {
            const float x = static_cast<float>(column - middle_column) * .002F;
            const float bell = std::exp(-.5F * x * x / (.012F * .012F));
            const float slope = depth_m * bell * x / (.012F * .012F);
            grid.position.emplace_back(x, .2F - depth_m * bell, static_cast<float>(row) * .003F);
            grid.normal.push_back(glm::normalize(Vec3(-slope, 1, 0)));
            grid.smooth_normal.emplace_back(0, 1, 0);
        }
    }
    return grid;
}

} // namespace

TEST_CASE("a flat skin has no relief to bring out") {
    const SkinGrid flat = furrowed(0);
    for (const Vec3& normal : render::raised_normals(flat)) {
        REQUIRE(glm::length(normal - Vec3(0, 1, 0)) < 1e-5F);
    }
    for (const float sky : render::relief_sky(flat)) {
        REQUIRE(sky == doctest::Approx(1));
    }
}

TEST_CASE("the sides of a furrow lean further, its floor and the skin beside it do not turn") {
    const SkinGrid grid = furrowed(.006F);
    const std::vector<Vec3> raised = render::raised_normals(grid);
    const std::size_t side = SkinGrid::index(middle_column + 6, middle_row);
    CHECK(raised[side].x / raised[side].y < 1.4F * grid.normal[side].x / grid.normal[side].y);
    CHECK(raised[side].x < 0);
    CHECK(glm::length(raised[side]) == doctest::Approx(1));
    CHECK(std::fabs(raised[SkinGrid::index(middle_column, middle_row)].x) < 1e-5F);
    CHECK(std::fabs(raised[SkinGrid::index(10, middle_row)].x) < 1e-3F);
}

TEST_CASE("a furrow sees less of the sky, the deeper the less, and the skin beside it all") {
    const auto floor_sky = [](float depth_m) {
        return render::relief_sky(furrowed(depth_m))[SkinGrid::index(middle_column, middle_row)];
    };
    CHECK(floor_sky(.003F) < .995F);
    CHECK(floor_sky(.008F) < floor_sky(.003F) - .03F);
    CHECK(floor_sky(.008F) > .5F);
    CHECK(render::relief_sky(furrowed(.008F))[SkinGrid::index(10, middle_row)] > .99F);
}
