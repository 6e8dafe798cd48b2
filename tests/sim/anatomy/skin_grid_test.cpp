#include "sim/anatomy/body.hpp"
#include "sim/anatomy/skin_grid.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;
using anatomy::Body;
using anatomy::BodyParameters;
using anatomy::Sex;
using anatomy::SkinGrid;

namespace {

const std::array cast_clients{
    BodyParameters{},
    BodyParameters{.sex = Sex::male, .stature_m = 1.76F, .bmi = 33.5F, .age_years = 47, .muscle = 0.5F},
    BodyParameters{.sex = Sex::female, .stature_m = 1.65F, .bmi = 23, .age_years = 34, .muscle = 0.42F},
    BodyParameters{.sex = Sex::male, .stature_m = 1.70F, .bmi = 18.8F, .age_years = 79, .muscle = 0.18F},
};

struct Grid {
    Body body{BodyParameters{}};
    SkinGrid grid = cast_skin_grid(body);
};

const Grid& mean_grid() {
    static const Grid grid;
    return grid;
}

} // namespace

TEST_CASE("every point of the skin grid lies on the skin") {
    for (const BodyParameters& client : cast_clients) {
        const Body body{client};
        const SkinGrid grid = cast_skin_grid(body);
        float worst_m = 0;
        for (const Vec3& p : grid.position) {
            worst_m = std::fmax(worst_m, std::fabs(body.skin_distance(p)));
        }
        CHECK(worst_m < 0.0004F);
    }
}

TEST_CASE("u grows with the column and v with the row, at a few millimetres a step") {
    for (const BodyParameters& client : cast_clients) {
        const Body body{client};
        const SkinGrid grid = cast_skin_grid(body);
        float widest_m = 0;
        bool growing = true;
        for (int row = 0; row < SkinGrid::rows; ++row) {
            for (int column = 0; column + 1 < SkinGrid::columns; ++column) {
                const Vec3 step = grid.at(column + 1, row) - grid.at(column, row);
                growing = growing && step.x > 0;
                widest_m = std::fmax(widest_m, glm::length(step));
            }
        }
        CHECK(growing);
        CHECK(widest_m < 0.004F);
        CHECK(grid.at(96, 0).z == doctest::Approx(SkinGrid::v_first * grid.spine_length_m));
        CHECK(grid.at(96, 256).z == doctest::Approx(SkinGrid::v_last * grid.spine_length_m));
    }
}

TEST_CASE("normals are unit and point out of the body") {
    const Grid& g = mean_grid();
    float worst = 0;
    bool outward = true;
    for (std::size_t k = 0; k < g.grid.position.size(); ++k) {
        worst = std::fmax(worst, std::fabs(glm::length(g.grid.normal[k]) - 1));
        worst = std::fmax(worst, std::fabs(glm::length(g.grid.smooth_normal[k]) - 1));
        outward = outward && g.body.skin_distance(g.grid.position[k] + g.grid.normal[k] * 0.003F) > 0.001F;
    }
    CHECK(worst < 1e-5F);
    CHECK(outward);
}

TEST_CASE("spine coordinates of a located place are the ones asked for") {
    const SkinGrid& grid = mean_grid().grid;
    for (float v = -0.19F; v < 1.42F; v += 0.0371F) {
        for (float u = -0.9F; u < 0.9F; u += 0.0637F) {
            if (!on_skin(grid, u, v)) {
                continue;
            }
            const Vec2 back = spine_coordinates(grid, locate(grid, u, v));
            CHECK(back.x == doctest::Approx(u).epsilon(1e-4));
            CHECK(back.y == doctest::Approx(v).epsilon(1e-4));
        }
    }
}

TEST_CASE("places beyond a flank or an end are not on the skin, and are located on its border") {
    const SkinGrid& grid = mean_grid().grid;
    CHECK(on_skin(grid, 0.5F, 0.5F));
    CHECK_FALSE(on_skin(grid, 1.2F, 0.8F));
    CHECK_FALSE(on_skin(grid, 0, 1.6F));
    CHECK_FALSE(on_skin(grid, 0, -0.3F));
    CHECK(locate(grid, 1.5F, 0.8F).column == doctest::Approx(SkinGrid::columns - 1));
    CHECK(locate(grid, 0, 9.0F).row == doctest::Approx(SkinGrid::rows - 1));
}

TEST_CASE("the bicubic surface passes through the grid and lies on the skin between its points") {
    const Grid& g = mean_grid();
    CHECK(glm::length(surface(g.grid, {40, 60}).position - g.grid.at(40, 60)) < 1e-6F);
    for (float row = 6.5F; row < 250; row += 12.3F) {
        for (float column = 8.5F; column < 185; column += 9.7F) {
            const anatomy::SurfacePoint p = surface(g.grid, {column, row});
            CHECK(std::fabs(g.body.skin_distance(p.position)) < 0.0006F);
        }
    }
}

TEST_CASE("the frame on the surface is right-handed: across, outward, caudal") {
    const SkinGrid& grid = mean_grid().grid;
    for (const auto& [u, v] : {std::pair{0.0F, 0.2F}, {0.5F, 0.4F}, {-0.6F, 0.9F}, {0.3F, 0.0F}}) {
        const anatomy::SurfacePoint p = surface(grid, locate(grid, u, v));
        CHECK(glm::length(p.across) == doctest::Approx(1));
        CHECK(glm::length(p.along) == doctest::Approx(1));
        CHECK(std::fabs(glm::dot(p.across, p.normal)) < 1e-5F);
        CHECK(p.across.x > 0.5F);
        CHECK(p.along.z > 0.5F);
        CHECK(p.normal.y > 0.3F);
    }
}

TEST_CASE("a hand that slides across the spinal furrow does not rock") {
    const SkinGrid& grid = mean_grid().grid;
    Vec3 before = surface(grid, locate(grid, -0.4F, 0.85F)).normal;
    for (float u = -0.4F; u < 0.4F; u += 0.01F) { // 2 mm
        const Vec3 now = surface(grid, locate(grid, u, 0.85F)).normal;
        CHECK(glm::dot(before, now) > 0.9955F); // 5.5 degrees
        before = now;
    }
}

TEST_CASE("the closest place to a point over the skin is the place under it") {
    const SkinGrid& grid = mean_grid().grid;
    for (const auto& [u, v] : {std::pair{0.1F, 0.2F}, {0.45F, 0.4F}, {-0.5F, 0.9F}, {0.3F, 1.1F}}) {
        const anatomy::GridPlace place = locate(grid, u, v);
        const anatomy::SurfacePoint at = surface(grid, place);
        const Vec3 true_normal =
            grid.normal[SkinGrid::index(static_cast<int>(place.column), static_cast<int>(place.row))];
        const anatomy::GridPlace found =
            closest(grid, at.position + true_normal * 0.004F, {place.column + 6, place.row - 9});
        CHECK(std::fabs(found.column - place.column) < 0.4F);
        CHECK(std::fabs(found.row - place.row) < 0.4F);
    }
}
