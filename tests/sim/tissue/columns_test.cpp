#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/tissue.hpp"
#include "sim/tissue/tissue_data.hpp"

#include <doctest/doctest.h>

#include "laid_tools.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace tactus;
using namespace tactus::tissue;

namespace {

/// Worst cell of a grid.
struct Worst {
    float corner = 1; ///< smallest corner Jacobian over the cell's mean
    float aspect = 1; ///< longest mean edge over shortest
};

Worst worst_of(const GridGeometry& g) {
    Worst worst;
    for (int row = 0; row < g.rows; ++row) {
        for (int layer = 0; layer < g.layers; ++layer) {
            for (int column = 0; column < g.columns; ++column) {
                std::array<Vec3, 8> x;
                for (int n = 0; n < 8; ++n) {
                    x[n] = g.position[g.node(column + (n & 1), row + (n >> 1 & 1), layer + (n >> 2))];
                }
                float least = 1e9F;
                float mean = 0;
                std::array<Vec3, 3> edge{};
                for (int n = 0; n < 8; ++n) {
                    const Vec3 a = x[n | 1] - x[n & ~1];
                    const Vec3 b = x[n | 2] - x[n & ~2];
                    const Vec3 d = x[n | 4] - x[n & ~4];
                    const float jacobian = glm::dot(glm::cross(a, b), d);
                    least = std::min(least, jacobian);
                    mean += jacobian / 8;
                    edge[0] += a / 8.0F;
                    edge[1] += b / 8.0F;
                    edge[2] += d / 8.0F;
                }
                const auto [shortest, longest] =
                    std::minmax({glm::length(edge[0]), glm::length(edge[1]), glm::length(edge[2])});
                worst.corner = std::min(worst.corner, least / mean);
                worst.aspect = std::max(worst.aspect, longest / shortest);
            }
        }
    }
    return worst;
}

std::vector<Vec3> scapulae_moved(Vec3 motion_m) {
    const anatomy::Anatomy& anatomy = test::client();
    std::vector<Vec3> base(static_cast<std::size_t>(SkinField::columns) * SkinField::rows, Vec3{0, 0, 0});
    for (int row = 0; row < SkinField::rows; ++row) {
        for (int column = 0; column < SkinField::columns; ++column) {
            const int bone = anatomy.layers.bone[anatomy::SkinGrid::index(2 * column, 2 * row)];
            if (bone >= 0 &&
                anatomy.bones.bones[static_cast<std::size_t>(bone)].kind == anatomy::BoneKind::scapula) {
                base[static_cast<std::size_t>(row) * SkinField::columns + column] = motion_m;
            }
        }
    }
    return base;
}

/// Where the scapula, its spine, lies nearest to the skin.
Vec2 thinnest_over_scapula() {
    const anatomy::Anatomy& anatomy = test::client();
    const anatomy::LayerMap& layers = anatomy.layers;
    Vec2 place{0, 0};
    float least = 1;
    for (int row = 0; row < SkinField::rows; ++row) {
        for (int column = 0; column < SkinField::columns; ++column) {
            const std::size_t k = anatomy::SkinGrid::index(2 * column, 2 * row);
            const Vec2 uv = anatomy::spine_coordinates(
                anatomy.skin, {2.0F * static_cast<float>(column), 2.0F * static_cast<float>(row)});
            const float depth = layers.skin_m[k] + layers.fat_m[k] + layers.muscle_m[k];
            const int bone = layers.bone[k];
            if (bone >= 0 && depth < least && std::fabs(uv.x) < 0.8F &&
                anatomy.bones.bones[static_cast<std::size_t>(bone)].kind == anatomy::BoneKind::scapula) {
                least = depth;
                place = uv;
            }
        }
    }
    return place;
}

} // namespace

TEST_CASE("no cell folds or flattens, in a slight, a heavy or an extreme client, on either grid") {
    using anatomy::Sex;
    // The last five are corners of what a client file may hold.
    const std::array<anatomy::BodyParameters, 8> bodies{{
        {Sex::female, 1.58F, 18.0F, 30.0F, 0.1F},
        {Sex::male, 1.90F, 21.0F, 25.0F, 1.0F},
        {Sex::male, 1.72F, 33.0F, 60.0F, 0.3F},
        {Sex::male, 1.40F, 45.0F, 95.0F, 0.0F, 85.0F, 5.0F, -40.0F},
        {Sex::male, 2.10F, 16.0F, 16.0F, 1.0F, 15.0F, 75.0F, 40.0F},
        {Sex::female, 1.40F, 16.0F, 95.0F, 0.0F, 15.0F, 75.0F, 40.0F},
        {Sex::female, 2.10F, 16.0F, 16.0F, 0.0F, 15.0F, 5.0F, -40.0F},
        {Sex::female, 1.40F, 45.0F, 16.0F, 1.0F, 85.0F, 75.0F, 40.0F},
    }};
    for (const anatomy::BodyParameters& body : bodies) {
        const anatomy::Anatomy anatomy = anatomy::make_anatomy(body, {});
        const BackColumns columns = make_columns(anatomy);
        for (const int spacing : {1, 2}) {
            const Worst worst = worst_of(make_back_grid(anatomy, columns, spacing, {}).geometry);
            MESSAGE("BMI ", body.bmi, ", every ", spacing, ". column: corner ", worst.corner, ", aspect ",
                    worst.aspect);
            CHECK(worst.corner > 0.15F);
            CHECK(worst.aspect < 35.0F);
        }
    }
}

TEST_CASE("a thumb on the thin tissue over a spinous process or the shoulder blade's edge is carried and "
          "stays calm") {
    parallel::ThreadPool pool(1);
    const std::array<Vec2, 3> places{Vec2{0.0F, 0.45F}, Vec2{0.0F, 0.8F}, thinnest_over_scapula()};
    for (const Vec2& place : places) {
        BackSolver solver(test::client(), Setting::fine, pool, {}, best_kernel_level());
        float last = 0;
        float largest_change = 0;
        for (int step = 1; step <= 150; ++step) {
            const float force = 20 * std::min(1.0F, static_cast<float>(step) / 100);
            solver.step(test::right(test::laid_thumb(test::client(), place.x, place.y, force)), {}, {});
            if (step > 120) {
                largest_change = std::max(largest_change, std::fabs(solver.reports()[1].travel_m - last));
            }
            last = solver.reports()[1].travel_m;
        }
        const contact::ContactReport& r = solver.reports()[1];
        CAPTURE(place.x);
        CAPTURE(place.y);
        CAPTURE(r.depth_m);
        CHECK(r.force_n == doctest::Approx(20).epsilon(0.01));
        CHECK(r.trust_error < 0.05F);
        CHECK(r.depth_m < 0.012F);
        CHECK(largest_change < 5e-5F); // creep alone
    }
}

TEST_CASE("a scapula that glides far slides on under its muscles; lifted, it takes them along") {
    const BaseBinding binding(test::client());
    const auto base = scapulae_moved(Vec3{0.002F, 0, 0});
    const auto far = scapulae_moved(Vec3{0.015F, 0, 0});
    int sliding = 0;
    for (std::size_t k = 0; k < base.size(); ++k) {
        if (base[k].x == 0) {
            CHECK(glm::length(binding.motion_mm(k, Vec3{0.015F, 0, 0})) == doctest::Approx(15));
            continue;
        }
        ++sliding;
        CHECK(binding.motion_mm(k, base[k]).x == doctest::Approx(2));
        const std::size_t source = anatomy::SkinGrid::index(2 * static_cast<int>(k % SkinField::columns),
                                                            2 * static_cast<int>(k / SkinField::columns));
        const Vec3 inward = test::client().layers.inward[source];
        const float lift = 15 * std::fabs(inward.x);
        CHECK(glm::length(binding.motion_mm(k, far[k])) <= std::sqrt(lift * lift + 9.01F));
        CHECK(glm::length(binding.motion_mm(k, inward * 0.01F)) == doctest::Approx(10).epsilon(1e-3));
    }
    CHECK(sliding > 200);
}

TEST_CASE("a scapula 15 mm out of place folds nothing") {
    parallel::ThreadPool pool(1);
    BackSolver solver(test::client(), Setting::standard, pool, {}, best_kernel_level());
    std::vector<Vec3> skin(static_cast<std::size_t>(SkinField::columns) * SkinField::rows);
    for (int step = 1; step <= 60; ++step) {
        const auto base = scapulae_moved(Vec3{0.00025F * static_cast<float>(step), 0, 0});
        const float force = 10 * std::min(1.0F, static_cast<float>(step) / 30);
        solver.step(test::right(test::laid_palm(test::client(), 0.5F, 0.4F, force)), {}, base);
    }
    CHECK(solver.reports()[1].force_n == doctest::Approx(10).epsilon(0.02));
    CHECK(solver.reports()[1].trust_error < 0.05F);
    solver.write_skin(skin, {});
    float most = 0;
    for (const Vec3& d : skin) {
        most = std::max(most, glm::length(d));
    }
    CHECK(most < 0.02F);
}

TEST_CASE("left and right mirror one another") {
    parallel::ThreadPool pool(1);
    std::array<float, 2> travel{};
    std::array<float, 2> p95{};
    for (const int side : {0, 1}) {
        BackSolver solver(test::client(), Setting::fine, pool, {}, best_kernel_level());
        for (int step = 1; step <= 60; ++step) {
            const float u = side == 0 ? -0.16F : 0.16F;
            solver.step(
                test::right(test::laid_thumb(test::client(), u, 0.8F, 0.25F * static_cast<float>(step))), {},
                {});
        }
        travel[side] = solver.reports()[1].travel_m;
        p95[side] = solver.reports()[1].p95_pa;
    }
    CHECK(travel[0] == doctest::Approx(travel[1]).epsilon(0.02));
    CHECK(p95[0] == doctest::Approx(p95[1]).epsilon(0.08)); // one of a dozen loaded points
}

TEST_CASE(
    "beside the spine the trapezius pulls outward and the erector under it along the spine, on both sides") {
    const anatomy::Anatomy anatomy = anatomy::make_anatomy({}, {});
    for (const int spacing : {1, 2}) {
        const BackGrid grid = make_back_grid(anatomy, make_columns(anatomy), spacing, {});
        const GridGeometry& g = grid.geometry;
        const float u = 0.15F;
        for (const float side : {-1.0F, 1.0F}) {
            const anatomy::GridPlace place = anatomy::locate(anatomy.skin, side * u, 0.35F);
            const int column = static_cast<int>(place.column) / (2 * spacing);
            const int row = static_cast<int>(place.row) / (2 * spacing);
            const Vec3 deep = g.fibres[0].direction[g.cell(column, row, 1)];
            const Vec3 superficial = g.fibres[0].direction[g.cell(column, row, muscle_layers - 1)];
            CHECK(std::fabs(deep.y) > 0.95F);
            CHECK(std::fabs(superficial.y) < 0.9F);
            CHECK(std::fabs(superficial.x) > 0.4F);
        }
    }
}
